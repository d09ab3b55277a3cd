import { demoOffice } from '../server/demo/samarinda.ts'
import { search } from '../shared/search/search.ts'

const HELP =
  'Tulis yang dicari orang: npm run search -- "ktp ilang". (Say what people look for: npm run search -- "lost id card".)'

/** `npm run search`: the services of the demo office that answer everyday words, best first, one id a line. */
export function main(args: readonly string[]): number {
  const query = args.join(' ').trim()
  if (query === '') {
    console.error(HELP)
    return 2
  }
  const { services, elsewhere } = search(demoOffice, query)
  for (const { id } of services) console.log(id)
  // Beside the ids, so that a program that reads them is not disturbed.
  for (const { name, where } of elsewhere) console.error(`Bukan di kantor ini: ${name[0]}. ${where[0]}.`)
  return 0
}
