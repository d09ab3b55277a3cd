/** Beginnings of Indonesian words, with the sound that the root has lost to them; also those of everyday speech. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:di|ke|se|ter|per|ber|bel|be)(?=...)/, ''],
  [/^(?:me|pe)(?=[lrwymn])/, ''],
  [/^(?:mem|pem)(?=[bfp])/, ''],
  [/^(?:mem|pem)(?=[aiueo])/, 'p'],
  [/^(?:men|pen|n)(?=[cdjtsz])/, ''],
  [/^(?:men|pen|n)(?=[aiueo])/, 't'],
  [/^(?:meny|peny|ny)(?=[aiueo])/, 's'],
  [/^ny(?=[aiueo])/, 'c'],
  [/^(?:menge|penge|nge)(?=...)/, ''],
  [/^(?:meng|peng|ng)(?=[aiueoghk])/, ''],
  [/^(?:meng|peng|ng)(?=[aiueo])/, 'k'],
  [/^m(?=[aiueo].{4})/, 'p'],
]
/** Whose it is also follows what is short: `ktpnya`, `kkku`. */
const OWNERS: readonly RegExp[] = [/(?<=..)nya$/, /(?<=..)(?:ku|mu)$/]
const ENDINGS: readonly RegExp[] = [/(?:lah|kah|pun)$/, /(?:kan|an|in|i)$/]

/** Fewer letters are no root: `mati` is not `mat`. */
const SHORTEST = 4
/** Words that only look as if they had a beginning: whoever has died (`meninggal`) does not stay (`tinggal`). */
const OWN_ROOTS = new Set(['meninggal'])
/** Beginnings that one word carries: `memperbarui` has two. */
const BEGINNINGS_OF_A_WORD = 2

/**
 * A word and what may be its root, the word itself first. Without a dictionary it is not known which of them is right, so
 * two words are of one root when they share a form.
 * @example formsOf('kelahiran') // ['kelahiran', 'kelahir', 'lahiran', 'lahir']
 */
export function formsOf(word: string): readonly string[] {
  if (OWN_ROOTS.has(word)) return [word]
  const forms = new Set([word, ...OWNERS.map(owner => word.replace(owner, ''))])
  for (const ending of ENDINGS) for (const form of [...forms]) keep(forms, form.replace(ending, ''))
  for (let i = 0; i < BEGINNINGS_OF_A_WORD; i++)
    for (const form of [...forms])
      for (const [beginning, lost] of BEGINNINGS) keep(forms, form.replace(beginning, lost))
  return [...forms]
}

function keep(forms: Set<string>, form: string): void {
  if (form.length >= SHORTEST) forms.add(form)
}
