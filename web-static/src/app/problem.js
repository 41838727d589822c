/** An answer of the server that is not a success, or no answer at all. Carries the body of `application/problem+json`. */
export class Problem extends Error {
  /** @param {ProblemBody} body */
  constructor(body) {
    super(`${body.status} ${body.code}`);
    this.name = 'Problem';
    this.body = body;
  }
}

/**
 * What an answer that is not a success tells: its problem document, or what can be said without one.
 *
 * @param {number} status
 * @param {string} contentType
 * @param {string} text
 * @returns {ProblemBody}
 */
export function problemFrom(status, contentType, text) {
  if (contentType.includes('json')) {
    try {
      const body = JSON.parse(text);
      if (body && typeof body === 'object') {
        return { ...body, status, code: typeof body.code === 'string' ? body.code : `http-${status}` };
      }
    } catch {
      // Not JSON after all: say what the status says.
    }
  }
  return { status, code: `http-${status}` };
}

/**
 * Any thrown thing as a problem, so that panels show one kind of failure.
 *
 * @param {unknown} error
 * @returns {ProblemBody}
 */
export function problemOf(error) {
  return error instanceof Problem ? error.body : { status: 0, code: 'page-fault', detail: String(error) };
}

/** @param {unknown} error */
export const isAbort = (error) => error instanceof DOMException && error.name === 'AbortError';
