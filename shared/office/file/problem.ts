/** What is wrong in a file, by the sentence that says it together with the remedy. */
export interface Said {
  readonly word: ProblemWord
  readonly values: Readonly<Record<string, string | number>>
}

/** A problem with the key at which it stands, as `['services', 2, 'letter']`. */
export interface Problem extends Said {
  readonly path: readonly (string | number)[]
}

/** Every kind of problem that a file can have. */
export const PROBLEM_WORDS = [
  'tooLarge',
  'logo',
  'yaml',
  'aliases',
  'duplicateKey',
  'unknownKey',
  'nearKey',
  'missing',
  'text',
  'number',
  'list',
  'map',
  'flag',
  'empty',
  'tooLong',
  'tooFew',
  'tooMany',
  'least',
  'above',
  'most',
  'whole',
  'choice',
  'pattern',
  'date',
  'email',
  'nip',
  'id',
  'controlSigns',
  'oneLine',
  'hours',
  'ends',
  'other',
  'twice',
  'letter',
  'letterless',
  'letterTaken',
  'code',
  'paperUnknown',
  'serviceUnknown',
  'agencyUnknown',
  'areaUnknown',
  'caseUnknown',
  'nextSelf',
  'nextCircle',
  'retiredNamed',
  'drawEarly',
  'placeUnknown',
  'placeMissing',
  'oneLanguage',
  'roleBuilt',
  'roleUnknown',
  'roleHeld',
] as const

export type ProblemWord = (typeof PROBLEM_WORDS)[number]

/**
 * A path as people read it.
 * @example pathText(['services', 2, 'letter']) // 'services[2].letter'
 */
export function pathText(path: readonly (string | number)[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
}
