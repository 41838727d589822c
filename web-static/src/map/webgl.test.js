import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSoftware } from './webgl.js';

test('drawers without graphics processor are known by their names', () => {
  assert.equal(isSoftware('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)'), true);
  assert.equal(isSoftware('llvmpipe (LLVM 15.0.6, 256 bits)'), true);
  assert.equal(isSoftware('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)'), false);
});
