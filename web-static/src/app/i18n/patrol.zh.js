/** People on the move, in Chinese. */
export const zh = {
  'layer.people': '人员（实时）',
  'legend.person-walking': '人员（走动）',
  'legend.person-standing': '人员（停留）',
  'legend.person-stale': '人员（10 分钟无信号）',
};
