/**
 * A template for pages: `html\`<p class=${name}>${text}</p>\`` gives a fragment. What is written in the template is
 * markup; what is put in is never markup: text becomes text nodes, attribute values are set as attributes. Values may be
 * text, numbers, nodes, lists of these, or null and false for nothing. An attribute takes one whole value; `@click=${f}`
 * listens, `?disabled=${flag}` is there or not, `.value=${v}` sets the property.
 */

/** @type {WeakMap<TemplateStringsArray, HTMLTemplateElement>} */
const parsed = new WeakMap();
const MARK = 'w-value-';
const ATTRIBUTE = 'data-w-';

/**
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {DocumentFragment}
 */
export function html(strings, ...values) {
  return filled(templateOf(strings, false), values);
}

/**
 * The same for parts of an SVG picture, whose elements are of another kind.
 *
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {DocumentFragment}
 */
export function svg(strings, ...values) {
  return filled(templateOf(strings, true), values);
}

/** @param {TemplateStringsArray} strings @param {boolean} isSvg */
function templateOf(strings, isSvg) {
  let template = parsed.get(strings);
  if (!template) {
    template = document.createElement('template');
    // The only place where markup is parsed: it sees the literal parts of templates in the source and no value.
    // eslint-disable-next-line no-restricted-syntax
    template.innerHTML = isSvg ? `<svg>${markup(strings)}</svg>` : markup(strings);
    if (isSvg) template.content.firstElementChild?.replaceWith(...template.content.firstElementChild.childNodes);
    parsed.set(strings, template);
  }
  return template;
}

/** @param {HTMLTemplateElement} template @param {unknown[]} values */
function filled(template, values) {
  const fragment = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  fillAttributes(fragment, values);
  fillTexts(fragment, values);
  return fragment;
}

/**
 * The literal parts joined by marks: a comment where text goes, an attribute of its own where an attribute's value goes
 * (so that the parser never meets a half-made value).
 *
 * @param {readonly string[]} strings
 */
export function markup(strings) {
  let out = strings[0];
  for (let i = 1; i < strings.length; i++) {
    if (out.lastIndexOf('<') <= out.lastIndexOf('>')) {
      out += `<!--${MARK}${i - 1}-->`;
    } else {
      const name = /\s([@?.]?[\w:-]+)=("?)$/.exec(out);
      if (!name) throw new Error(`An attribute takes one whole value: …${out.slice(-40)}`);
      out = out.slice(0, name.index) + ` ${ATTRIBUTE}${i - 1}="${name[1]}` + (name[2] ? '' : '"');
    }
    out += strings[i];
  }
  return out;
}

/** @param {DocumentFragment} fragment @param {unknown[]} values */
function fillAttributes(fragment, values) {
  for (const element of fragment.querySelectorAll('*')) {
    for (const attribute of [...element.attributes]) {
      if (attribute.name.startsWith(ATTRIBUTE)) {
        element.removeAttribute(attribute.name);
        setPart(element, attribute.value, values[Number(attribute.name.slice(ATTRIBUTE.length))]);
      }
    }
  }
}

/** @param {Element} element @param {string} name @param {unknown} value */
function setPart(element, name, value) {
  if (name[0] === '@') {
    element.addEventListener(name.slice(1), /** @type {(event: Event) => void} */ (value));
  } else if (name[0] === '?') {
    element.toggleAttribute(name.slice(1), Boolean(value));
  } else if (name[0] === '.') {
    /** @type {any} */ (element)[name.slice(1)] = value;
  } else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, String(value));
  }
}

/** @param {DocumentFragment} fragment @param {unknown[]} values */
function fillTexts(fragment, values) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_COMMENT);
  const marks = [];
  while (walker.nextNode()) marks.push(/** @type {Comment} */ (walker.currentNode));
  for (const mark of marks) {
    if (mark.data.startsWith(MARK)) mark.replaceWith(...nodesOf(values[Number(mark.data.slice(MARK.length))]));
  }
}

/** @param {unknown} value @returns {Node[]} */
function nodesOf(value) {
  if (value === null || value === undefined || value === false) return [];
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return [value instanceof Node ? value : document.createTextNode(String(value))];
}

/**
 * Shows a fragment in a place instead of what is there. Keeps the focus, the caret and the scrolling of what has the same
 * `data-key` before and after.
 *
 * @param {Element} place
 * @param {Node | null} content
 */
export function show(place, content) {
  const active = document.activeElement;
  const key = active && place.contains(active) ? active.getAttribute('data-key') : null;
  const whole = active instanceof HTMLInputElement && active.value !== '' && String(document.getSelection()) === active.value;
  const scrolled = [...place.querySelectorAll('[data-scroll]')].map((e) => [e.getAttribute('data-scroll'), e.scrollTop]);
  place.replaceChildren(...(content ? [content] : []));
  for (const [name, top] of scrolled) {
    const again = place.querySelector(`[data-scroll="${name}"]`);
    if (again) again.scrollTop = Number(top);
  }
  if (!key) return;
  const again = /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${CSS.escape(key)}"]`));
  again?.focus({ preventScroll: true });
  if (active instanceof HTMLInputElement && again instanceof HTMLInputElement) keepCaret(active, again, whole);
}

/**
 * Numbers do not tell where their caret is: it is at the end, where one types, or all is selected.
 *
 * @param {HTMLInputElement} before @param {HTMLInputElement} after @param {boolean} whole whether all of it was selected
 */
function keepCaret(before, after, whole) {
  if (before.type === 'text') return after.setSelectionRange(before.selectionStart, before.selectionEnd);
  if (before.type !== 'number') return;
  const { value } = after;
  after.value = '';
  after.value = value;
  if (whole) after.select();
}
