/** Signs that nobody sees: controls, what turns or hides the text beside it or has no width (also joiners), blank letters, halves of a sign. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\uFFFE\uFFFF]/u

/** Whether every sign of a text can be seen, on one line or on several. */
export const isSeen = (text: string): boolean => !UNSEEN.test(text)

/**
 * A text without the signs that nobody sees.
 * @example onlySeen('kursi\u0000 ditambah') // 'kursi ditambah'
 */
export const onlySeen = (text: string): string => text.replace(new RegExp(UNSEEN, 'gu'), '')

export const isOneLine = (text: string): boolean => isSeen(text) && !text.includes('\n')
