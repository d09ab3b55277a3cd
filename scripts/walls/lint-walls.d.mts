import type { Linter } from 'eslint'

/** The lint plugin made of the map in `walls/map.mjs`. */
export const walls: NonNullable<Linter.Config['plugins']>[string]
