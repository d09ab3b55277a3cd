import { expect, it } from 'vitest'
import { measureHistory } from '../../bench/history.ts'

it('the history that a call is measured against fits the tables of today', async () => {
  const figures = await measureHistory(1_000, 20)
  expect(figures.map(f => f.value > 0)).toEqual(figures.map(() => true))
})
