import { afterAll, beforeAll, expect, it } from 'vitest'
import { decodeId } from '../src/global-id.ts'
import { type Api, client, type Person, password, signIn, startApi } from './harness.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

let api: Api
let mail: MailServer
let tenant: string
let tenantId: string
let owner: Person

beforeAll(async () => {
  mail = await startMailServer()
  api = await startApi({ smtpUrl: mail.url })
  owner = await signIn(api)
  tenant = (await owner.change('tenantCreate', { name: 'Fabrikam' }, 'tenant { id }')).tenant.id
  tenantId = decodeId(tenant)?.uuids[0] ?? ''
})

afterAll(async () => {
  await api?.close()
  await mail?.close()
})

const invite = async (email: string, more: object = {}) => {
  const input = { tenantId: tenant, email, role: 'OPERATOR', ...more }
  const answer = await owner.change(
    'memberInvite',
    input,
    'link invitation { id email role expiresAt memberExpiresAt }',
  )
  return answer as { link: string | null; invitation: { id: string; memberExpiresAt: string | null } }
}
const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1) ?? ''

it('invites by letter, shows the link to nobody else, and lets a new person in whose address is proven by it', async () => {
  const email = 'new-person@example.com'
  const { link, invitation } = await invite(email, { memberDays: 30 })
  expect(link).toBeNull()
  expect(Date.parse(invitation.memberExpiresAt ?? '') - Date.now()).toBeGreaterThan(29 * 86_400_000)
  const letter = await mail.next(email)
  expect(letter.subject).toMatch(/^Join .+ in Sundown$/)
  const guest = client(api.url)
  const input = { token: tokenOf(letter.link), name: 'New Person', password }
  const joined = await guest.change('invitationAccept', input, 'viewer { email } tenant { viewerRole }')
  expect(joined).toMatchObject({ viewer: { email }, tenant: { viewerRole: 'OPERATOR' } })
  expect(await api.app.database.auth.user.findUniqueOrThrow({ where: { email } })).toMatchObject({
    emailVerified: true,
  })
  expect((await client(api.url).change('invitationAccept', input, '__typename')).errors[0].code).toBe('NOT_FOUND')
})

it('invites again with a new link, after which the first one is none', async () => {
  const email = 'slow-person@example.com'
  await invite(email)
  const first = await mail.next(email)
  await invite(email)
  const second = await mail.next(email)
  const accept = (link: string) =>
    client(api.url).change('invitationAccept', { token: tokenOf(link), name: 'S', password }, 'tenant { id }')
  expect((await accept(first.link)).errors[0].code).toBe('NOT_FOUND')
  expect((await accept(second.link)).tenant).toEqual({ id: tenant })
})

it('lets nobody in by a link that is over or was taken back', async () => {
  const accept = async (email: string) => {
    const input = { token: tokenOf((await mail.next(email)).link), name: 'X', password }
    return (await client(api.url).change('invitationAccept', input, '__typename')).errors[0].code
  }
  await invite('late@example.com')
  await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.invitation.updateMany({ where: { email: 'late@example.com' }, data: { expiresAt: new Date(Date.now() - 1) } }),
  )
  expect(await accept('late@example.com')).toBe('NOT_FOUND')
  const { invitation } = await invite('unwanted@example.com')
  await owner.change('invitationRevoke', { id: invitation.id }, '__typename')
  expect(await accept('unwanted@example.com')).toBe('NOT_FOUND')
})

it('lists members to those who may see them, and says which one you are', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { email role isViewer } } } }'
  const { members } = (await owner.ask(query, { id: tenant })).data.node
  expect(members.filter((member: { isViewer: boolean }) => member.isViewer)).toEqual([
    { email: owner.email, role: 'OWNER', isViewer: true },
  ])
  const reader = await signIn(api, [{ tenantId, role: 'VIEWER' }])
  expect((await reader.ask(query, { id: tenant })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
})

it('keeps the last owner, whatever the owner asks for', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { id isViewer } } } }'
  const { members } = (await owner.ask(query, { id: tenant })).data.node
  const { id } = members.find((member: { isViewer: boolean }) => member.isViewer)
  expect((await owner.change('memberRemove', { id }, '__typename')).errors[0].code).toBe('LAST_OWNER')
  expect((await owner.change('memberUpdate', { id, role: 'ADMIN' }, '__typename')).errors[0].code).toBe('LAST_OWNER')
})

it('tells what each role allows, the same as the table of permissions', async () => {
  const { roles } = (await owner.ask('{ roles { role permissions } }')).data
  expect(roles.map(({ role }: { role: string }) => role)).toEqual(['OWNER', 'ADMIN', 'OPERATOR', 'VIEWER'])
  expect(roles[3].permissions).toEqual(['TENANT_READ'])
})
