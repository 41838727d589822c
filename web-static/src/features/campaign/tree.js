/** Areas below one another, by their codes. @param {readonly { code: string, name: string }[]} areas @returns {{ code: string, name: string, depth: number }[]} */
export const treeOf = (areas) =>
  [...areas].sort((a, b) => a.code.localeCompare(b.code)).map(({ code, name }) => ({ code, name, depth: areas.filter((other) => other.code !== code && code.startsWith(other.code)).length }));
