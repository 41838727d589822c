import js from '@eslint/js';

const browser = [
  'AbortController', 'AbortSignal', 'Audio', 'Blob', 'BroadcastChannel', 'CSS', 'DOMException', 'Document', 'DocumentFragment', 'Element', 'Event', 'EventSource', 'FormData',
  'FocusEvent', 'HTMLButtonElement', 'HTMLCanvasElement', 'HTMLDialogElement', 'HTMLElement', 'HTMLInputElement',
  'HTMLFormElement', 'HTMLTextAreaElement', 'File', 'IDBDatabase', 'HTMLSelectElement', 'HTMLTemplateElement', 'HTMLTableRowElement', 'ImageData', 'Intl', 'KeyboardEvent', 'MouseEvent', 'MutationObserver', 'Node', 'NodeFilter', 'Path2D',
  'PointerEvent', 'ResizeObserver', 'Response', 'SVGElement', 'SharedWorker', 'SVGSVGElement', 'Text', 'TextDecoder', 'URL', 'URLSearchParams', 'WebSocket', 'MediaRecorder', 'MediaSource', 'cancelAnimationFrame',
  'clearInterval', 'clearTimeout', 'console', 'createImageBitmap', 'crypto', 'customElements', 'document', 'fetch', 'getComputedStyle', 'history', 'indexedDB', 'localStorage',
  'location', 'matchMedia', 'navigator', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'setInterval', 'setTimeout', 'window',
];
const node = ['process', 'console', 'URL', 'Buffer', 'setTimeout', 'AbortController', 'URLSearchParams', 'Response', 'TextEncoder'];
const readonly = (/** @type {string[]} */ names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** Folders that may not reach into one another: a feature knows app, map and ui, never its neighbour's inside. */
const onlyTheMapKnowsTheLibrary = {
  'no-restricted-imports': ['error', { patterns: [{ group: ['maplibre-gl', 'terra-draw*', '**/vendor/**'], message: 'Only map/ imports the map library.' }] }],
};

export default [
  { ignores: ['src/vendor/**'] },
  js.configs.recommended,
  {
    files: ['src/**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: readonly(browser) },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 350 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-params': ['error', { max: 4 }],
      'no-restricted-properties': [
        'error',
        { property: 'outerHTML', message: 'Text goes through the html template of ui/html.js.' },
        { property: 'insertAdjacentHTML', message: 'Text goes through the html template of ui/html.js.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "AssignmentExpression[left.property.name='innerHTML']", message: 'Text goes through the html template of ui/html.js.' },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/field-worker.js'], languageOptions: { globals: readonly(['globalThis']) } },
  { files: ['src/{app,ui,features}/**/*.js'], rules: onlyTheMapKnowsTheLibrary },
  {
    files: ['src/**/*.test.js', 'src/**/*.write.js'],
    languageOptions: { globals: readonly(node) },
    rules: { 'max-lines-per-function': 'off' },
  },
];
