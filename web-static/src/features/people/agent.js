/** Browsers name others too: the one that counts stands first here. @type {readonly [RegExp, string][]} */
const BROWSERS = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/MicroMessenger/, 'WeChat'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari'], [/curl\//, 'curl']];
/** @type {readonly [RegExp, string][]} */
const SYSTEMS = [[/HarmonyOS/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']];

/** What a browser says of itself, in two words; as it came where it is none that is known. @param {string} agent */
export function agentName(agent) {
  const named = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([sign]) => sign.test(agent))?.[1] ?? []);
  return named.length > 0 ? named.join(' · ') : agent.slice(0, 60);
}
