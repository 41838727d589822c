import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionIn } from './exif.js';

/** A JPEG head with a GPS directory, as a camera writes it. */
function photo({ little = true, south = false, entries = true, divisor = 100 } = {}) {
  const tiff = new DataView(new ArrayBuffer(160));
  const short = (at, value) => tiff.setUint16(at, value, little);
  const long = (at, value) => tiff.setUint32(at, value, little);
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  short(2, 42);
  long(4, 8);
  short(8, 1);
  short(10, entries ? 0x8825 : 0x0112);
  long(18, 26);
  short(26, 4);
  const entry = (i, tag, put) => {
    short(28 + 12 * i, tag);
    put(36 + 12 * i);
  };
  entry(0, 1, (at) => tiff.setUint8(at, (south ? 'S' : 'N').charCodeAt(0)));
  entry(1, 2, (at) => long(at, 84));
  entry(2, 3, (at) => tiff.setUint8(at, 'E'.charCodeAt(0)));
  entry(3, 4, (at) => long(at, 112));
  const dms = (at, parts) => parts.forEach((part, i) => {
    long(at + 8 * i, Math.round(part * divisor));
    long(at + 8 * i + 4, divisor);
  });
  dms(84, [28, 55, 5.52]);
  dms(112, [112, 36, 49.32]);
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xe1, 0, 170, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return new Uint8Array([...head, ...new Uint8Array(tiff.buffer), 0xff, 0xda, 0, 2]).buffer;
}
const near = (found, lon, lat) => {
  assert.ok(Math.abs(found[0] - lon) < 1e-6 && Math.abs(found[1] - lat) < 1e-6, String(found));
};

test('a photo says where it was taken, whichever way round its numbers are', () => {
  near(positionIn(photo()), 112.6137, 28.9182);
  near(positionIn(photo({ little: false })), 112.6137, 28.9182);
  near(positionIn(photo({ south: true })), 112.6137, -28.9182);
});

test('a photo that does not say, another kind of file and 0,0 give no place', () => {
  assert.equal(positionIn(photo({ entries: false })), null);
  assert.equal(positionIn(new TextEncoder().encode('<svg onload=alert(1)>').buffer), null);
  assert.equal(positionIn(photo({ divisor: 0 })), null);
});

test('a file that is cut off anywhere gives no place and no fault', () => {
  const whole = photo();
  for (let length = 0; length < 154; length++) assert.equal(positionIn(whole.slice(0, length)), null, String(length));
});
