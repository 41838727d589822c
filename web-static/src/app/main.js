import { createWords } from './i18n.js';

document.title = createWords('zh').t('product.name');
