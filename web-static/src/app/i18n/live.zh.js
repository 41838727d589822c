/** The live stream, in Chinese. */
export const zh = {
  'live.live': '实时',
  'live.live.why': '与服务器实时连接，变化会自动出现',
  'live.again': '自 {time} 起正在重连',
  'live.again.why': '实时连接已断开，正在自动重连',
  'live.old': '数据截至 {time}',
  'live.old.why': '超过 15 秒没有收到服务器的消息，画面可能已过时',
  'live.ended': '登录已结束，{time} 起不再更新',
  'live.ended.why': '登录已结束或已换人登录，画面停在当时；请重新登录',
  'live.time': '本站时间',
  'live.speed': '本站时钟以 {n} 倍速运行',
};
