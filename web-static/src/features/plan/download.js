import { Problem, problemFrom } from '../../app/problem.js';

/**
 * Fetches a file and gives it to the reader.
 *
 * @param {string} url
 * @param {{ lang: Lang, signal: AbortSignal, progress: (bytes: number) => void }} options
 * @returns {Promise<{ name: string, bytes: number }>}
 */
export async function download(url, { lang, signal, progress }) {
  let answer;
  try {
    answer = await fetch(url, { signal, headers: { 'Accept-Language': lang } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Problem({ status: 0, code: 'not-connected' });
  }
  if (!answer.ok || !answer.body) {
    throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
  }
  const reader = answer.body.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.byteLength;
    progress(bytes);
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'wangge.pdf';
  save(name, new Blob(parts, { type: answer.headers.get('content-type') ?? 'application/pdf' }));
  return { name, bytes };
}

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
