/** What all pages for phones say in Chinese. */
export const zh = {
  'hand.product': '网格',
  'hand.other-lang': 'EN',
  'hand.theme': '换一种明暗',
  'hand.and': '、',
  'hand.loading': '正在读取…',
  'hand.retry': '再试一次',
  'hand.problem': '没有成功。',
  'hand.problem-mend': '请稍后再试。',
  'hand.not-connected': '现在没有网络。',
  'hand.not-connected-mend': '写好的内容留在这部手机上，有网络时再点一次即可。',
};
