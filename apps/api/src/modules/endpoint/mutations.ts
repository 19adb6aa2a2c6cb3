import { mutation } from '../../graphql/mutation.ts'
import { EndpointRef, EndpointRoleEnum, StackEnum, StarttlsKindEnum } from './schema.ts'
import { createEndpoint } from './verbs/create-endpoint.ts'
import { deleteEndpoint } from './verbs/delete-endpoint.ts'
import { restoreEndpoint } from './verbs/restore-endpoint.ts'
import { updateEndpoint } from './verbs/update-endpoint.ts'

const about = {
  address:
    'host:port, for instance mail.example.com:25, [2001:db8::1]:443 or blåbær.dk. A pasted URL is taken for what it means; the port follows from its scheme or from the STARTTLS kind.',
  serverName: 'Name sent in the handshake where it differs from the host.',
  starttls: 'Dialect spoken before the handshake; none means TLS from the first byte.',
  role: 'Which side of the connection it is.',
  label: 'What you call it, at most 100 characters.',
  stack: 'Product that it runs on, so that fixes fit; guessed from what was seen unless told.',
  activeChecks:
    'Marks it as your own and asks for active checks, which provoke it. They run where Endpoint.activeChecks allows them.',
}

mutation('endpointCreate', {
  description: 'Adds an endpoint. Nothing is dialled yet; ask for a scan.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    address: t.string({ required: true, description: about.address }),
    serverName: t.string({ description: about.serverName }),
    starttls: t.field({ type: StarttlsKindEnum, description: about.starttls }),
    role: t.field({ type: EndpointRoleEnum, description: `${about.role} INBOUND unless told.` }),
    label: t.string({ description: about.label }),
    stack: t.field({ type: StackEnum, description: about.stack }),
    activeChecks: t.boolean({ description: about.activeChecks }),
  }),
  run: (ctx, input) => createEndpoint({ ctx, input }),
  payload: (t) => ({
    endpoint: t.field({ type: EndpointRef, description: 'The new endpoint.', resolve: (payload) => payload.endpoint }),
  }),
})

mutation('endpointUpdate', {
  description: 'Changes an endpoint. What is left out stays; null clears. A changed address starts without a verdict.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the endpoint.' }),
    address: t.string({ description: about.address }),
    serverName: t.string({ description: about.serverName }),
    starttls: t.field({ type: StarttlsKindEnum, description: about.starttls }),
    role: t.field({ type: EndpointRoleEnum, description: about.role }),
    label: t.string({ description: about.label }),
    stack: t.field({ type: StackEnum, description: about.stack }),
    activeChecks: t.boolean({ description: about.activeChecks }),
  }),
  run: (ctx, input) => updateEndpoint({ ctx, input }),
  payload: (t) => ({
    endpoint: t.field({
      type: EndpointRef,
      description: 'The changed endpoint.',
      resolve: (payload) => payload.endpoint,
    }),
  }),
})

mutation('endpointDelete', {
  description: 'Stops watching an endpoint. Its history stays, and endpointRestore brings it back.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the endpoint.' }) }),
  run: (ctx, input) => deleteEndpoint({ ctx, input }),
  payload: (t) => ({
    endpoint: t.field({
      type: EndpointRef,
      description: 'The deleted endpoint.',
      resolve: (payload) => payload.endpoint,
    }),
  }),
})

mutation('endpointRestore', {
  description: 'Watches a deleted endpoint again.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the endpoint.' }) }),
  run: (ctx, input) => restoreEndpoint({ ctx, input }),
  payload: (t) => ({
    endpoint: t.field({
      type: EndpointRef,
      description: 'The restored endpoint.',
      resolve: (payload) => payload.endpoint,
    }),
  }),
})
