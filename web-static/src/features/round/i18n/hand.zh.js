/** Patrols on a phone. @type {Record<string, string>} */
export const zh = {
  'round-hand.mine': '我今天的巡查',
  'round-hand.left': '还差：{text}',
  'round-hand.left-time': '{grid} {n} 分钟',
  'round-hand.left-way': '{grid}',
  'round-hand.nothing-left': '都完成了。',
  'round-hand.ends': '{time} 结束',
  'round-hand.result.done': '已完成',
  'round-hand.result.partly': '部分完成',
  'round-hand.result.missed': '未巡',
  'round-hand.result.unknown': '无法判断：手机无声',
  'round-hand.result.running': '进行中',
  'round-hand.result.due': '未开始',
};
