import { addDays } from '../../shared/kit/time.ts'
import { TEMPLATE_HEADINGS } from '../../shared/survey/collect/import-table.ts'
import { sentFile } from './sent-file.ts'
import type { TestApp, Visitor } from './test-app.ts'

export const ANSWERS = '/api/offices/samarinda/answer-imports'
export const ROWS = 2_000

/** Sends a file of answers of a year in which the office had nothing. */
export function sendAnswers(app: TestApp, who: Visitor) {
  const marks = Array.from({ length: 9 }, () => '4')
  const rows = Array.from({ length: ROWS }, (_, i) => [addDays('2025-01-06', i % 60), 'legalisir', ...marks])
  const file = [TEMPLATE_HEADINGS, ...rows].map(row => row.join(';')).join('\n')
  return sentFile(app, who, ANSWERS, file, { name: 'skm.csv', key: 'answers-that-come-again' })
}

export async function answersThere({ db }: Pick<TestApp, 'db'>): Promise<number> {
  const { n } = await db.kysely
    .selectFrom('skm_answers')
    .select(q => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}
