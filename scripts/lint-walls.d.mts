import type { Linter } from 'eslint'

/** Why `file` may not import `source`, or `undefined` when it may. Paths are relative to the project. */
export function refusal(file: string, source: string, typeOnly?: boolean): string | undefined
/** The lint plugin made of it. */
export const walls: NonNullable<Linter.Config['plugins']>[string]
