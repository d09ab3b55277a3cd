import { z } from 'zod'
import { environment } from '../../server/config.ts'
import type { Setting } from '../../shared/office/settings/setting.ts'
import { SETTING_TABLES } from '../../shared/office/settings/tables.ts'
import { boundsOf, unitOf, valuesOfChoice } from '../../shared/office/settings/values.ts'
import { say } from '../../shared/text/text.ts'

/** The document with its two tables of settings written anew, between their marks. */
export function withSettings(document: string): string {
  return between(between(document, 'environment', environmentTable()), 'office', officeTable())
}

/** One row of the table of an office's settings. */
export function rowOf(name: string, setting: Setting): string {
  const hint = setting.hint ? `. ${say(setting.hint, 'en', boundsOf(setting))}` : ''
  const standard = setting.default === null || setting.default === '' ? 'empty' : String(setting.default)
  return row([`\`${name}\``, standard, rangeOf(setting), `${say(setting.label, 'en')}${hint}`])
}

function officeTable(): string {
  const rows = SETTING_TABLES.flatMap(({ at, table }) => Object.entries(table).map(it => rowOf(`${at}${it[0]}`, it[1])))
  return [row(['setting', 'default', 'values', 'meaning']), '|---|---|---|---|', ...rows].join('\n')
}

function environmentTable(): string {
  const rows = Object.entries(environment.shape).map(([name, schema]) => {
    const standard = schema instanceof z.ZodDefault ? `\`${String(schema.def.defaultValue)}\`` : '–'
    return row([`\`${name}\``, standard, schema.description ?? ''])
  })
  return [row(['name', 'default', 'meaning']), '|---|---|---|', ...rows].join('\n')
}

function rangeOf(setting: Setting): string {
  switch (setting.kind) {
    case 'seconds':
    case 'minutes':
    case 'days':
    case 'count':
      return `${setting.min} to ${setting.max} ${unitOf(setting)?.[1] ?? ''}`.trim()
    case 'share':
      return `${setting.min} to ${setting.max}`
    case 'clockTime':
      return 'a time of the day'
    case 'choice':
      return valuesOfChoice(setting).join(', ')
    case 'text':
      return `text, at most ${setting.most} letters`
    case 'flag':
      return 'true, false'
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function between(document: string, name: string, content: string): string {
  const [begin, end] = [
    `<!-- settings of the ${name}: npm run docs writes this table -->`,
    `<!-- end of the settings of the ${name} -->`,
  ]
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The marks of the settings of the ${name} are missing.`)
  return `${document.slice(0, from + begin.length)}\n\n${content}\n\n${document.slice(to)}`
}
