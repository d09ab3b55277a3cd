/** Signs of a password, counted as people count them; docs/decisions/0033 says why so many. */
export const PASSWORD_LEAST = 12
export const PASSWORD_MOST = 128

/** Why a password is refused. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'ownName'

/** Fewer signs than this beside the own name are no password. */
const BESIDE_NAME = 8
/** Shorter words stand in every text. */
const NAME_LEAST = 4
const PIECES_MOST = 2

/** The one form in which a password is judged, stored and compared: the same signs however a keyboard makes them. */
export function passwordForm(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Why nobody may take this password, or `undefined`. Length and what everybody tries first decide, never its composition. `own` are
 * the names that others know of this person: own name, user name, e-mail, employee number, office. `isCommon` knows the words in
 * small letters that are tried first.
 */
export function passwordProblem(
  password: string,
  own: readonly string[],
  isCommon: (word: string) => boolean,
): PasswordProblem | undefined {
  const form = passwordForm(password)
  const length = [...form].length
  if (length < PASSWORD_LEAST) return 'short'
  if (length > PASSWORD_MOST) return 'long'
  const small = form.toLowerCase()
  if (besideNames(small, own) < BESIDE_NAME) return 'ownName'
  const first = isCommon(small) || isRepeated(small) || isRun(small) || isOfCommonWords(small, isCommon)
  return first ? 'common' : undefined
}

/** `abcabcabcabc` */
function isRepeated(text: string): boolean {
  return /^(.{1,6})\1+$/su.test(text)
}

/** `123456789012`, `abcdefghijkl` and the same backwards. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, i) => (sign.codePointAt(0)! - [...text][i]!.codePointAt(0)! + 10) % 10)
  return /^[a-z]+$|^\d+$/.test(text) && (steps.every(step => step === 1) || steps.every(step => step === 9))
}

/** One or two common words, with digits and signs around and between. */
function isOfCommonWords(text: string, isCommon: (word: string) => boolean): boolean {
  const pieces = [...new Set(text.match(/\p{L}+/gu) ?? [])]
  return pieces.length > 0 && pieces.length <= PIECES_MOST && pieces.every(isCommon)
}

/** Letters and digits that stay when the names are taken out. */
function besideNames(text: string, own: readonly string[]): number {
  const names = own
    .flatMap(name => {
      const small = passwordForm(name).toLowerCase()
      return [small, ...small.split(/[^\p{L}\p{N}]+/u)]
    })
    .filter(name => [...name].length >= NAME_LEAST)
    .sort((a, b) => b.length - a.length)
  const found = names.filter(name => text.includes(name))
  if (found.length === 0) return Infinity
  const rest = found.reduce((left, name) => left.replaceAll(name, ' '), text)
  return [...rest.replace(/[^\p{L}\p{N}]/gu, '')].length
}
