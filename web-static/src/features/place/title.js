/** What a place is called by people. @param {PlaceProps} place @param {Words} words @returns {string} */
export function titleOf(place, words) {
  const zh = place.nameZh || place.addressZh;
  const en = place.nameEn || place.addressEn || zh;
  return (words.lang === 'zh' ? zh : en) || kindOf(place, words);
}

/** What kind of thing it is. @param {PlaceProps} place @param {Words} words @returns {string} */
export function kindOf(place, words) {
  switch (place.kind) {
    case 'buildings': return words.word('building-use', place.use ?? '');
    case 'estates': return words.t(place.gated ? 'place.gated' : 'place.open');
    case 'streets': return words.word('street-class', place.class ?? '');
    case 'grounds': return words.word('ground', place.use ?? '');
    case 'points-of-interest': return words.word('interest', place.interest ?? '');
    default: return words.word('place-kind', place.kind);
  }
}

/**
 * Names a building by its street and number, where it has no name of its own.
 *
 * @param {PlaceFeature} building @param {PlaceFeature | null | undefined} street
 */
export function address({ properties }, street) {
  const { gateNumber } = properties;
  if (!gateNumber || !street?.properties.nameZh) return;
  properties.addressZh = `${street.properties.nameZh}${gateNumber}号`;
  properties.addressEn = `${gateNumber} ${street.properties.nameEn || street.properties.nameZh}`;
}
