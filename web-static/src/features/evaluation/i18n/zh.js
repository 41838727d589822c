import { zh as hand } from '../../../app/i18n/hand.zh.js';
import { zh as ledger } from '../../../app/i18n/ledger.zh.js';

/** What the public card of a grid says in Chinese. */
export const zh = {
  ...hand,
  ...ledger,
  'grid.emergency': '应急：{title}。请拨打应急联系电话',
  'grid.title': '网格公示',
  'grid.loading': '正在读取…',
  'grid.unknown': '没有这个网格。',
  'grid.outline': '网格范围示意图',
  'grid.people': '网格负责人',
  'grid.people-none': '暂未公示。',
  'grid.call': '拨打',
  'grid.errand': '邻里代办：请人帮忙',
  'grid.report': '我要上报',
  'grid.map': '在地图上看',
  'grid.code': '扫码打开本页',
  'grid.ledger': '公开台账',
  'grid.ledger-why': '由值班员选择公开；不含上报人、住户和具体地址。',
  'grid.ledger-none': '目前没有公开的事项。',
  'duty.grid-head': '网格长',
  'duty.grid-worker': '专职网格员',
  'duty.street-cadre': '街道包片干部',
  'duty.community-cadre': '社区干部',
  'duty.police': '民警（辅警）',
  'duty.building-head': '楼栋长',
  'duty.property-company': '物业',
  'duty.volunteer': '志愿者',
  'duty.mobile-reporter': '流动报告员',
};
