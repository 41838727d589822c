import { en as hand } from '../../../app/i18n/hand.en.js';
import { en as ledger } from '../../../app/i18n/ledger.en.js';

/** What the public card of a grid says in English. */
export const en = {
  ...hand,
  ...ledger,
  'grid.emergency': 'Emergency: {title}. Call',
  'grid.title': 'Grid notice',
  'grid.loading': 'Reading…',
  'grid.unknown': 'There is no such grid.',
  'grid.outline': 'Outline of the grid',
  'grid.people': 'In charge here',
  'grid.people-none': 'Nobody is published.',
  'grid.call': 'Call',
  'grid.errand': 'Ask neighbours for a hand',
  'grid.report': 'Report something',
  'grid.map': 'See it on the map',
  'grid.code': 'Scan to open this page',
  'grid.ledger': 'Public ledger',
  'grid.ledger-why': 'Chosen by the operator; without reporters, households or exact places.',
  'grid.ledger-none': 'Nothing is published at present.',
  'duty.grid-head': 'Grid head',
  'duty.grid-worker': 'Grid worker',
  'duty.street-cadre': 'Street cadre',
  'duty.community-cadre': 'Community cadre',
  'duty.police': 'Police',
  'duty.building-head': 'Building head',
  'duty.property-company': 'Property company',
  'duty.volunteer': 'Volunteer',
  'duty.mobile-reporter': 'Mobile reporter',
};
