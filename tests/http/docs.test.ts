import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessPage } from '../../scripts/docs/access-docs.ts'
import { DOORS, ROOMS } from '../../scripts/docs/access-doors.ts'
import { api } from '../../shared/contracts/api.ts'
import { ERROR_CODES } from '../../shared/kit/errors.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

describe('the API document', () => {
  it('is OpenAPI 3.1 and names every route of the contract with its parameters', async () => {
    const { body } = await app.visitor().get('/api/openapi.json')
    expect(body.openapi).toMatch(/^3\.1/)
    for (const key of Object.keys(api)) {
      const [method, path] = key.split(' ') as [string, string]
      const place = path.replace(/:(\w+)/g, '{$1}')
      const operation = body.paths[place]?.[method.toLowerCase()]
      expect(operation?.summary, key).toBeTruthy()
      const inPath = operation.parameters
        .filter((p: { in: string }) => p.in === 'path')
        .map((p: { name: string }) => p.name)
      expect(inPath, key).toEqual([...path.matchAll(/:(\w+)/g)].map(m => m[1]))
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1)
    }
  })

  it('refers to nothing outside itself, and promises only codes that exist', async () => {
    const { text } = await app.visitor().get('/api/openapi.json')
    for (const [, ref] of text.matchAll(/"\$ref":"([^"]+)"/g)) expect(ref).toBe('#/components/schemas/Error')
    for (const route of Object.values(api)) for (const code of route.errors) expect(ERROR_CODES).toContain(code)
  })

  it('has a reference page that is served from this very machine', async () => {
    const page = await app.visitor().get('/api/docs')
    expect(page.text).not.toMatch(/https?:\/\//)
    for (const [, file] of page.text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await app.visitor().get(file!)).status, file).toBe(200)
  })
})

describe('the page of who may what', () => {
  it('is the one that the contract and the matrix make: npm run docs writes it', () => {
    expect(readFileSync('docs/access.md', 'utf8')).toBe(accessPage({ rooms: ROOMS, doors: DOORS }))
  })
})

describe('an answer', () => {
  it.each([
    '/api/health',
    '/api/offices',
    '/api/offices/samarinda',
    '/api/offices/samarinda/hall',
    '/api/offices/samarinda/board',
  ])('of %s keeps the contract', async path => {
    const key = `GET ${path.replace('samarinda', ':office')}` as 'GET /api/health'
    const { body } = await app.visitor().get(path)
    expect(api[key].reply.safeParse(body).error).toBeUndefined()
  })

  it('to an unknown path is a code, not a page', async () => {
    const answer = await app.visitor().get('/api/tidak-ada')
    expect([answer.status, answer.body.error.code]).toEqual([404, 'NOT_FOUND'])
  })
})
