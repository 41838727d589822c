/** What the page says in Chinese, its first language. */
export const zh = {
  'product.name': '网格',
};
