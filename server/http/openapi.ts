import { z } from 'zod'
import { api } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'

/** The OpenAPI 3.1 document, made from the same map that the server and the screens use. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [key, route] of Object.entries(api) as [string, Route][]) {
    const [method, path] = key.split(' ') as [string, string]
    const place = path.replace(/:(\w+)/g, '{$1}')
    ;(paths[place] ??= {})[method.toLowerCase()] = operation(key, route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tanggap',
      version,
      description: 'Queue, satisfaction survey and officer performance for public-service offices.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tanggap_session' },
        kiosk: { type: 'apiKey', in: 'cookie', name: 'tanggap_kiosk' },
        display: { type: 'apiKey', in: 'cookie', name: 'tanggap_display' },
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'requestId'],
              properties: { code: { type: 'string' }, data: { type: 'object' }, requestId: { type: 'string' } },
            },
          },
        },
      },
    },
  }
}

function operation(key: string, route: Route): object {
  const errors = route.errors.join(', ')
  return {
    operationId: key.replace(/[^A-Za-z]+/g, '_'),
    summary: route.summary,
    ...(typeof route.access === 'object'
      ? {
          description: `Needs the right \`${route.access.staff}\`${route.access.device ? ` or a paired ${route.access.device}` : ''}.`,
          security: [{ session: [] }, ...(route.access.device ? [{ [route.access.device]: [] }] : [])],
        }
      : {}),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.command ? [IDEMPOTENCY] : []),
    ],
    ...(route.body ? { requestBody: { required: true, content: json(route.body, 'input') } } : {}),
    responses: {
      [route.status ?? 200]: { description: 'Done', content: json(route.reply, 'output') },
      default: {
        description: errors === '' ? 'Refused' : `Refused: ${errors}`,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Made by the client, 1 to 100 visible characters. The same request under the same key gives the same answer; anything ' +
    'else under it (another ticket, counter, day, place, phone or person) is refused with COMMAND_ID_REUSED.',
  schema: { type: 'string', maxLength: 100 },
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(field as z.ZodType, 'input'),
  }))
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: jsonSchema(schema, io) } }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _s, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}
