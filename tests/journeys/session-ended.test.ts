import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { journey } from '../helpers/journey.ts'

/** A session that ends in the middle of a long form. */
const office = journey()
const NAMES = Array.from({ length: 60 }, (_, i) => `Peserta ${i + 1}`).join('\n')

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /Keluar/ })
    .first()
    .waitFor()
}

/** The front desk with sixty names typed, whose session has ended. */
async function cutOff(): Promise<Page> {
  const { page } = await office.open('console')
  await page.goto(`${office.server.url}/console/#/meja`)
  await signIn(page, 'meja')
  await page.getByRole('button', { name: /Rombongan/ }).click()
  await page.locator('textarea').first().fill(NAMES)
  await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
    await fetch('/api/logout', { method: 'POST', headers, body: '{}' })
  })
  await page.getByText(/yang sudah diketik masih ada/).waitFor()
  return page
}

describe('a session that ends over a group of sixty', () => {
  it('keeps every name for the same person, out of sight until they have signed in again', async () => {
    const page = await cutOff()
    expect(await page.locator('textarea').first().isVisible()).toBe(false)
    await signIn(page, 'meja')
    expect(await page.locator('textarea').first().inputValue()).toBe(NAMES)
  })

  it('shows another person nothing of it, and leaves nothing in the browser', async () => {
    const page = await cutOff()
    await signIn(page, 'atasan')
    await page.getByRole('button', { name: /Rombongan/ }).click()
    const names = page.locator('textarea').first()
    await names.waitFor()
    expect(await names.inputValue()).toBe('')
    expect(await page.getByText('Peserta').count()).toBe(0)
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    expect(kept).not.toContain('Peserta')
  })
})
