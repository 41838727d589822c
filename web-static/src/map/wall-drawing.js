import { SYMBOLS } from './wall-quads.js';
import { WALL_RATIO, wallSymbols } from './wall-symbols.js';

/** @typedef {{ kind: string, values: Float32Array, strength: number, pixels: number, from: number[] }} DrawnMarks from: where the anchor is, in pixels */

const SYMBOL = 28 * WALL_RATIO;
const CELL = 64;
const COLUMNS = 8;
const ROWS = Math.ceil(SYMBOLS.length / COLUMNS);

const VERTEX = `#version 300 es
in vec4 quad;
uniform vec2 from;
uniform vec2 room;
uniform float world;
uniform float pixels;
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 arm = (corner - 0.5) * pixels;
  vec2 turned = vec2(arm.x * cos(quad.w) - arm.y * sin(quad.w), arm.x * sin(quad.w) + arm.y * cos(quad.w));
  vec2 place = (from + quad.xy * world + turned) / room * 2.0 - 1.0;
  gl_Position = vec4(place.x, -place.y, 0, 1);
  at = (vec2(mod(quad.z, ${COLUMNS}.0), floor(quad.z / ${COLUMNS}.0)) * ${CELL}.0 + corner * ${SYMBOL}.0) / vec2(${COLUMNS * CELL}.0, ${ROWS * CELL}.0);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
in vec2 at;
uniform sampler2D symbols;
uniform float strength;
out vec4 colour;
void main() { colour = texture(symbols, at) * strength; }`;

/**
 * Draws marks as squares with a symbol each, all of a kind at once.
 *
 * @param {HTMLCanvasElement} canvas @param {Theme} theme of the symbols
 */
export function openDrawing(canvas, theme) {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false });
  const program = gl && programOf(gl);
  if (!gl || !program) return null;
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const place = (/** @type {string} */ name) => gl.getUniformLocation(program, name);
  const at = { from: place('from'), room: place('room'), world: place('world'), pixels: place('pixels'), strength: place('strength') };
  const quad = gl.getAttribLocation(program, 'quad');
  /** @type {Map<string, { buffer: WebGLBuffer | null, values: Float32Array | null }>} */
  const kept = new Map();
  const bind = (/** @type {DrawnMarks} */ { kind, values }) => {
    const known = kept.get(kind) ?? { buffer: gl.createBuffer(), values: null };
    gl.bindBuffer(gl.ARRAY_BUFFER, known.buffer);
    if (known.values !== values) gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    kept.set(kind, { ...known, values });
    gl.enableVertexAttribArray(quad);
    gl.vertexAttribPointer(quad, 4, gl.FLOAT, false, 0, 0);
    gl.vertexAttribDivisor(quad, 1);
  };
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  dressIn(gl, theme);
  return {
    dress: (/** @type {Theme} */ next) => dressIn(gl, next),
    /** @param {{ width: number, height: number, world: number }} room @param {DrawnMarks[]} all the lower first */
    draw({ width, height, world }, all) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform2f(at.room, width, height);
      gl.uniform1f(at.world, world);
      for (const marks of all) {
        bind(marks);
        gl.uniform2f(at.from, marks.from[0], marks.from[1]);
        gl.uniform1f(at.pixels, marks.pixels);
        gl.uniform1f(at.strength, marks.strength);
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, marks.values.length / 4);
      }
    },
  };
}

/** @param {WebGL2RenderingContext} gl */
function programOf(gl) {
  const program = gl.createProgram();
  for (const [kind, source] of /** @type {const} */ ([[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]])) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}

/** All symbols of a theme in one texture, each at its place. @param {WebGL2RenderingContext} gl @param {Theme} theme */
function dressIn(gl, theme) {
  const pictures = new Map(wallSymbols(theme));
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, COLUMNS * CELL, ROWS * CELL, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  SYMBOLS.forEach((name, i) => {
    const picture = pictures.get(`wall-${name}`);
    if (picture) gl.texSubImage2D(gl.TEXTURE_2D, 0, (i % COLUMNS) * CELL, Math.floor(i / COLUMNS) * CELL, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  });
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}
