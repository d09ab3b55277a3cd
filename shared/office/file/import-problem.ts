/** Every kind of problem that an imported list can have, said by its sentence. */
export type ImportWord =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'farCell'
  | 'unreadable'
  | 'formula'
  | 'noDates'
  | 'dateUnknown'
  | 'endsBefore'
  | 'tooLong'
  | 'repeats'
  | 'timed'
  | 'columnMissing'
  | 'columnTwice'
  | 'nameMissing'
  | 'nameWrong'
  | 'emailWrong'
  | 'emailLong'
  | 'emailTwice'
  | 'emailTaken'
  | 'nipWrong'
  | 'numberWrong'
  | 'nipRounded'
  | 'nipTwice'
  | 'nipTaken'
  | 'personLike'
  | 'rowLike'
  | 'roleMissing'
  | 'roleUnknown'
  | 'roleNotHeld'
  | 'counterUnknown'
  | 'counterElsewhere'
  | 'agencyUnknown'

/** What is wrong in a row of an imported list (as a spreadsheet counts them; 0 is the whole file). */
export interface ImportProblem {
  readonly row: number
  readonly word: ImportWord
  readonly values: Readonly<Record<string, string | number>>
}
