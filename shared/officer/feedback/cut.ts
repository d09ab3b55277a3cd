/** Where words of a citizen were taken out. */
export const GAP = '[…]'

/** Words that turn round what a sentence says, as citizens write them. */
const TURNING = new Set(
  'tidak tdk tak ga gak nggak ngga enggak bukan bkn belum blm jangan kurang krg tanpa nyaris hampir andai seandainya kecuali not no never without hardly'.split(
    ' ',
  ),
)

/**
 * A citizen's words as they are read once some were taken out: in the citizen's own letters and signs, with a mark in each gap. `undefined`
 * where a word is new or changed, where a word that turns the meaning round is gone from a sentence of which others stay, or where nothing is left.
 */
export function cutWords(original: string, text: string): string | undefined {
  const words = [...original.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    ...{ word: word.toLowerCase(), from: index, to: index + word.length },
  }))
  const kept = new Set<number>()
  let at = 0
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    while (at < words.length && words[at]!.word !== word) at++
    if (at === words.length) return undefined
    kept.add(at++)
  }
  if (kept.size === 0) return undefined
  const clause = clauseOf(original)
  const stays = new Set([...kept].map(i => clause(words[i]!.from)))
  if (words.some(({ word, from }, i) => !kept.has(i) && TURNING.has(word) && stays.has(clause(from)))) return undefined
  const said = words.map(({ from, to }, i) => {
    if (!kept.has(i)) return kept.has(i - 1) || i === 0 ? ` ${GAP} ` : ''
    const before = i === 0 ? original.slice(0, from) : kept.has(i - 1) ? original.slice(words[i - 1]!.to, from) : ''
    return before + original.slice(from, to) + (i === words.length - 1 ? original.slice(to) : '')
  })
  return said.join('').trim()
}

/** Which sentence, or part of one between signs, a place of a text lies in. */
function clauseOf(text: string): (place: number) => number {
  const ends = [...text.matchAll(/[.!?;:,\n]+/g)].map(({ index }) => index)
  return place => ends.filter(end => end < place).length
}
