import { createRequire } from 'node:module'
import type * as argon2 from '@node-rs/argon2'

const real = createRequire(import.meta.url)('@node-rs/argon2') as typeof argon2

/** Stands in for `@node-rs/argon2` where programs are tested: hundreds of sign-ins need no costly hash (tests/shared/passwords.test.ts holds its cost). */
export const hash = (text: string) => real.hash(text, { memoryCost: 8, timeCost: 1, parallelism: 1 })
export const { verify } = real
