/** What the page says in English. */
export const en = {
  'product.name': 'Wangge',
};
