import { keepText } from '../../kept/kept-text.ts'

const SHEETS = ['transfer', 'end'] as const

/** The form of a sheet about a ticket, as its text is kept. */
export function sheetForm(sheet: (typeof SHEETS)[number], ticketId: string | undefined): string {
  return `desk ${sheet} ${ticketId ?? ''}`
}

/** An act about a ticket has happened: what was typed for it is not needed any more. */
export function dropSheets(ticketId: string): void {
  for (const sheet of SHEETS) keepText(sheetForm(sheet, ticketId), undefined)
}
