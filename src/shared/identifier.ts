const MAX_LENGTH = 40;

/**
 * A name as an identifier in camel case: `Charge card` → `chargeCard`. Letters of every script stay; what is left of
 * other text may be nothing.
 */
export function identifier(text: string, maxLength = MAX_LENGTH): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  let name = '';
  for (const word of words.flatMap((word) => word.split('_')).filter(Boolean)) {
    const next = name === '' ? lowerFirst(word) : word.charAt(0).toUpperCase() + word.slice(1);
    if (name !== '' && name.length + next.length > maxLength) break;
    name += next;
  }
  const safe = name.replace(/[^\p{ID_Continue}$]/gu, '');
  return /^\p{ID_Start}/u.test(safe) || safe === '' ? safe : `_${safe}`;
}

/** `SMS` → `sms`, `ChargeCard` → `chargeCard` */
function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
