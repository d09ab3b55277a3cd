import type { Words } from '../kit/words.ts'
import { isUnsur, type ExtraUnsur } from './asked.ts'
import { QUESTIONS } from './instruments.ts'

/** The name of an unsur: one of the nine by its meaning, one of an office in its own words. */
export function unsurName({
  unsur,
  asked,
}: {
  readonly unsur: string
  readonly asked?: Pick<ExtraUnsur, 'name'> | undefined
}): Words {
  return asked?.name ?? (isUnsur(unsur) ? QUESTIONS[unsur].name : [unsur, unsur])
}

/** The names of some of those that are told, by their keys. */
export function namesOf(keys: readonly string[], told: readonly Parameters<typeof unsurName>[0][]): readonly Words[] {
  return keys.map(key => unsurName(told.find(one => one.unsur === key) ?? { unsur: key }))
}
