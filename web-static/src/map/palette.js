/**
 * The colours of the map for each theme. The page's own colours are in ui/theme.css; where both show the same thing (the
 * accent, the three states) they are the same, and a test holds them together.
 *
 * @typedef {object} Palette
 * @property {string} ground @property {string} block @property {string} green @property {string} water
 * @property {string} building @property {string} buildingEdge
 * @property {string} street @property {string} streetEdge @property {string} mainStreet
 * @property {string} streetText @property {string} halo @property {string} text
 * @property {string} area @property {string} areaEdge @property {string} parentEdge
 * @property {string} accent @property {string} ok @property {string} warn @property {string} danger
 * @property {string} quiet @property {string} camera @property {string} track @property {string} ink
 */

/** @type {Record<Theme, Palette>} */
export const PALETTES = {
  dark: {
    ground: '#12171c', block: '#161c22', green: '#17251f', water: '#1a2d3c', building: '#232b33', buildingEdge: '#2d3741',
    street: '#28313a', streetEdge: '#12171c', mainStreet: '#36414c', streetText: '#8693a0', halo: '#12171c', text: '#e6ebf0',
    area: '#8fa3b8', areaEdge: '#7890a8', parentEdge: '#c3d0dc', accent: '#5fb0ff', ok: '#5cc494', warn: '#e8ad45',
    danger: '#ff8073', quiet: '#8a97a4', camera: '#b9a5f2', track: '#4fd0c0', ink: '#0d1115',
  },
  light: {
    ground: '#eef0f1', block: '#e8ebec', green: '#d9e6d6', water: '#c3d8e6', building: '#dadee1', buildingEdge: '#c6ccd1',
    street: '#ffffff', streetEdge: '#d3d8dc', mainStreet: '#ffffff', streetText: '#6a7580', halo: '#ffffff', text: '#1a222a',
    area: '#5d7288', areaEdge: '#5f778f', parentEdge: '#2c3e50', accent: '#0b5fc0', ok: '#1b7a4b', warn: '#94600a',
    danger: '#b3271e', quiet: '#66727e', camera: '#6540b8', track: '#00756b', ink: '#ffffff',
  },
  contrast: {
    ground: '#000000', block: '#000000', green: '#06220d', water: '#00284d', building: '#1c1c1c', buildingEdge: '#6e6e6e',
    street: '#3a3a3a', streetEdge: '#000000', mainStreet: '#5a5a5a', streetText: '#ffffff', halo: '#000000', text: '#ffffff',
    area: '#ffffff', areaEdge: '#ffffff', parentEdge: '#ffffff', accent: '#ffe600', ok: '#66ff99', warn: '#ffb000',
    danger: '#ff8a80', quiet: '#d0d0d0', camera: '#e0b3ff', track: '#00fff0', ink: '#000000',
  },
};
