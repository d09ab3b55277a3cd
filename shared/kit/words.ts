/** The two languages of the screens; Indonesian leads. */
export type Lang = 'id' | 'en'

/** One shown sentence in both languages, so that a missing translation cannot compile. `{name}` marks a value. */
export type Words = readonly [id: string, en: string]
