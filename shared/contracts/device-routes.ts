import { z } from 'zod'
import { office, ok, route } from './route.ts'
import * as s from './schemas.ts'

const device = z.strictObject({ office: s.id, device: s.id })

/** Kiosks and displays. */
export const deviceRoutes = {
  'POST /api/devices/pairings': route({
    summary: 'A new kiosk or display asks to be paired and gets a code to show',
    access: 'anybody',
    status: 201,
    body: z.strictObject({ kind: s.deviceKind }),
    reply: z.object({
      pairingId: z.string(),
      secret: z.string(),
      code: z.string(),
      expiresAt: s.instant,
      pollMs: z.number(),
    }),
    errors: [],
  }),
  'POST /api/devices/pairings/claim': route({
    summary: 'The device asks whether it was approved; the answer sets its cookie',
    access: 'anybody',
    body: z.strictObject({ pairingId: s.id, secret: z.string().min(10).max(80) }),
    reply: z.object({ device: s.deviceView }),
    errors: ['PAIRING_PENDING', 'PAIRING_UNKNOWN'],
  }),
  'POST /api/devices/demo': route({
    summary: 'In demo mode a kiosk or display on the same machine pairs itself',
    access: 'anybody',
    body: z.strictObject({ kind: s.deviceKind }),
    reply: z.object({ device: s.deviceView }),
    errors: ['DEMO_ONLY'],
  }),
  'GET /api/devices/me': route({
    summary: 'The device behind this browser',
    access: 'anybody',
    query: z.strictObject({ kind: s.deviceKind }),
    reply: z.object({ device: s.deviceView.nullable() }),
    errors: [],
  }),
  'GET /api/offices/:office/devices': route({
    summary: 'Paired devices, and those that are approved and have not come in yet',
    access: { staff: 'device.approve' },
    params: office,
    reply: z.object({
      devices: z.array(s.deviceView),
      /** Approved, and not come in yet. */
      awaited: z.array(s.deviceView),
      /** By what people call this server, for the addresses that a device opens; empty where it is not known. */
      origin: z.string(),
    }),
    errors: [],
  }),
  'GET /api/offices/:office/hall-devices': route({
    summary: 'Kiosks, hall displays and tablets, and when each was last heard',
    access: { staff: 'unit.read' },
    params: office,
    reply: z.object({ devices: z.array(s.deviceView) }),
    errors: [],
  }),
  'POST /api/offices/:office/devices': route({
    summary: 'Approve the device that shows this code',
    access: { staff: 'device.approve' },
    status: 201,
    params: office,
    body: z.strictObject({
      code: z.string().min(4).max(16),
      name: z.string().trim().min(1).max(60),
      area: s.id.nullable().optional(),
    }),
    reply: z.object({ device: s.deviceView }),
    errors: ['PAIRING_UNKNOWN', 'NOT_FOUND'],
  }),
  'POST /api/offices/:office/devices/:device/area': route({
    summary: 'Which area of the hall a display shows and speaks; null: the whole of it',
    access: { staff: 'device.approve' },
    params: device,
    body: z.strictObject({ area: s.id.nullable() }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/devices/:device/revoke': route({
    summary: 'Take a device out of the hall, also before it has come in; it hears nothing from then on',
    access: { staff: 'device.approve' },
    params: device,
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
} as const
