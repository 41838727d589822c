/** Rows of a form, as people copy them out of a table. Nothing here touches the document or the server. */

/** What a column may be called. @type {Readonly<Record<keyof DeclaredRow, readonly string[]>>} */
const NAMES = {
  reference: ['编号', '申报编号', '序号', 'reference', 'no'],
  name: ['姓名', '申报人', 'name'],
  phone: ['电话', '手机', '联系电话', 'phone'],
  address: ['地址', '住址', '申报地址', 'address'],
  grid: ['网格', '网格编码', 'grid'],
  statement: ['申报内容', '内容', '事项', 'statement'],
};
const MEMBERS = /** @type {readonly (keyof DeclaredRow)[]} */ (Object.keys(NAMES));

/** The first line of a form that can be filled in. @param {Lang} lang */
export const headOf = (lang) => MEMBERS.map((member) => (lang === 'zh' ? NAMES[member][0] : member)).join(',');

/**
 * The rows of a text with a head line: its cells between commas or tabs, in quotes where they hold one.
 *
 * @param {string} text
 * @returns {{ rows: DeclaredRow[], fault: { code: 'empty' | 'column' | 'cell' | 'cells', column?: keyof DeclaredRow, row?: number } | null }}
 */
export function rowsOf(text) {
  const lines = cellsOf(text.replace(/^\uFEFF/, '')).filter((cells) => cells.some((cell) => cell !== ''));
  if (lines.length < 2) return { rows: [], fault: { code: 'empty' } };
  const places = MEMBERS.map((member) => lines[0].findIndex((cell) => NAMES[member].includes(cell.toLowerCase())));
  const has = (/** @type {keyof DeclaredRow} */ member) => places[MEMBERS.indexOf(member)] >= 0;
  const lacking = !has('reference') ? 'reference' : !has('statement') ? 'statement' : !has('address') && !has('grid') ? 'address' : null;
  if (lacking) return { rows: [], fault: { code: 'column', column: lacking } };
  const long = lines.findIndex((cells) => cells.some((cell, at) => at >= lines[0].length && cell !== ''));
  if (long > 0) return { rows: [], fault: { code: 'cells', row: long } };
  const rows = lines.slice(1).map((cells) => /** @type {DeclaredRow} */ (/** @type {unknown} */ (Object.fromEntries(MEMBERS.map((member, at) => [member, places[at] < 0 ? '' : (cells[places[at]] ?? '')])))));
  for (const [i, row] of rows.entries()) {
    const column = row.reference === '' ? 'reference' : row.statement === '' ? 'statement' : row.address === '' && row.grid === '' ? 'address' : null;
    if (column) return { rows: [], fault: { code: 'cell', column, row: i + 1 } };
  }
  return { rows, fault: null };
}

/** Full-width commas stand between cells only where the head line has no others: in Chinese they belong to what is said. @param {string} text @returns {string[][]} */
function cellsOf(text) {
  const head = text.split('\n', 1)[0];
  const between = ['\t', ',', '，'].find((one) => head.includes(one)) ?? ',';
  /** @type {string[][]} */
  const lines = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    lines[lines.length - 1].push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const one = text[i];
    if (quoted && one === '"' && text[i + 1] === '"') cell += text[++i];
    else if (one === '"') quoted = !quoted;
    else if (!quoted && one === between) end();
    else if (!quoted && one === '\n') {
      end();
      lines.push([]);
    } else if (one !== '\r') cell += one;
  }
  end();
  return lines;
}
