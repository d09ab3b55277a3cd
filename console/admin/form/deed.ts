import { fieldsOf, LISTS, type List, type OfficeChange } from '../../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { formText as words } from '../../../shared/text/structure-form.ts'
import { t } from '../../../shared/web/lang.ts'
import { memberName } from '../said/structure-words.ts'

/** What a button does that saves a change: named after the one thing that it is, where it is one. */
export function deedOf(change: OfficeChange, office: OfficeInfo): string {
  const fields = [...fieldsOf(change)]
  const gone = fields.filter(([field]) => field.endsWith('.removed'))
  // A counter that serves no more what goes, and the order, follow from it.
  const own = gone.length > 0 ? gone : fields
  const [only] = own
  if (!only || own.length > 1) return t(words['deed.save'])
  const [list = '', id = '', part = ''] = only[0].split('.')
  if (!LISTS.some(known => known === list)) return t(words['deed.save'])
  const name = memberName(office, list as List, id)
  if (part === 'removed') return t(words['deed.remove'], { name })
  if (part === 'retired') return t(words[only[1] ? 'deed.retire' : 'deed.unretire'], { name })
  if (part === 'open') return t(words[only[1] ? 'deed.resume' : 'deed.pause'], { name })
  return t(words['deed.save'])
}
