import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { StaffEntry } from '../../../shared/office/file/office-file.ts'
import { writtenOf } from '../../../shared/office/file/written.ts'

/** How the picture stands in the file: whole, so that the file alone makes the office. */
export const LOGO_DATA = 'data:image/png;base64,'

const WIDTH = 120
/** What is longer stands in lines of its own. */
const LINE = 100

/** The file of an office, in the order in which people read it; read again, it changes nothing. */
export function officeFileText(office: OfficeInfo, staff: readonly StaffEntry[] = [], logo?: Buffer): string {
  const picture = logo ? LOGO_DATA + logo.toString('base64') : ''
  const document = new Document(writtenOf(office, staff, picture), { aliasDuplicateObjects: false })
  visit(document, {
    // What fits into a line stands in one: a paper, words in two languages, keywords.
    Map: (_, node) => {
      const small = node.items.every(({ key }) => isScalar(key) && SMALL.has(String(key.value)))
      node.flow = small && JSON.stringify(node).length < LINE
    },
    Seq: (_, node) => {
      if (node.items.every(item => isScalar(item))) node.flow = true
    },
  })
  // Parts are set apart by a line.
  if (isMap(document.contents))
    document.contents.items.forEach(({ key }, i) => {
      if (i > 0 && isScalar(key)) key.spaceBefore = true
    })
  const services = document.get('services')
  if (isSeq(services)) services.items.forEach((item, i) => isMap(item) && i > 0 && (item.spaceBefore = true))
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true, singleQuote: true })
}

const SMALL = new Set(['id', 'en', 'name', 'note', 'service', 'case', 'optional', 'daysAhead', 'share'])
