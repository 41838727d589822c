import { closedDoor, startFrame } from '../../../app/frame.js';
import { show } from '../../../ui/html.js';

startFrame({ title: 'account.admin', draw: (page) => show(/** @type {HTMLElement} */ (document.getElementById('content')), closedDoor(page.words(), '', true)) });
