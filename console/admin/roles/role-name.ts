import type { Words } from '../../../shared/kit/words.ts'
import { ROLES } from '../../../shared/office/permissions.ts'
import { consoleText } from '../../../shared/text/console.ts'
import { t } from '../../../shared/web/lang.ts'

/** A role of every office in words, one of its own by the name that the office gave it. */
export function roleName(id: string, own: readonly { readonly id: string; readonly name: Words | null }[]): string {
  const built = ROLES.find(role => role === id)
  if (built) return t(consoleText[`role.${built}`])
  const name = own.find(role => role.id === id)?.name
  return name ? t(name) : id
}
