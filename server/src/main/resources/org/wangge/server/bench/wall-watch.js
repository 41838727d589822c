// Before a page begins: counts the frames it asks for, and keeps what it gives its own marks to be drawn.
(() => {
  const ask = window.requestAnimationFrame.bind(window);
  let last = -1;
  window.framesDrawn = 0;
  window.requestAnimationFrame = (then) => ask((at) => {
    if (at !== last) window.framesDrawn++;
    last = at;
    then(at);
  });
  const give = WebGL2RenderingContext.prototype.bufferData;
  const kept = new Map();
  WebGL2RenderingContext.prototype.bufferData = function (target, values, ...more) {
    if (this.canvas.className === 'wall-marks') kept.set(this.getParameter(this.ARRAY_BUFFER_BINDING), values);
    return give.call(this, target, values, ...more);
  };
  const world = ([lng, lat]) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return [lng / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
  };
  // Of each kind the places of its marks in widths of the world, from wherever.
  window.placesDrawn = async () => {
    if (window.drawn) return Object.fromEntries(Object.entries(window.drawn).map(([kind, places]) => [kind, places.map(world)]));
    const { SYMBOLS } = await import(document.querySelector('script[type=module]').src.replace('app/main.js', 'map/wall-quads.js'));
    const places = { people: [], incidents: [], cameras: [] };
    for (const values of kept.values()) {
      for (let i = 0; i < values.length; i += 4) {
        const name = SYMBOLS[values[i + 2]];
        places[name.startsWith('person') ? 'people' : name.startsWith('camera') ? 'cameras' : 'incidents'].push([values[i], values[i + 1]]);
      }
    }
    return places;
  };
})();
