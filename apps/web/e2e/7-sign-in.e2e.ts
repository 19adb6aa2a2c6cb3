import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts'
import { enter, nameYourself, owner, portal } from './owner.ts'

test.describe.configure({ mode: 'serial' })

let provider: IdentityProvider
test.beforeAll(async () => {
  provider = await startIdentityProvider()
})
test.afterAll(() => provider?.stop())

/** An authenticator inside the browser that knows its person. */
async function plugIn(page: Page): Promise<{ readonly session: CDPSession; readonly authenticatorId: string }> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { session, authenticatorId }
}

const credentialsOf = async ({ session, authenticatorId }: Awaited<ReturnType<typeof plugIn>>) =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials

const overview = (page: Page) => page.getByRole('heading', { level: 1, name: 'Overview' })
const forget = (page: Page) => page.context().clearCookies({ name: /session/ })

test('a passkey is added, named, opens the portal by itself, and is taken away', async ({ page }) => {
  const authenticator = await plugIn(page)
  await enter(page, { anew: true })
  await page.goto(`${portal()}/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('This laptop')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The passkey is added')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'This laptop' })).toContainText('On one device')
  expect(await credentialsOf(authenticator)).toEqual([
    expect.objectContaining({ rpId: 'localhost', isResidentCredential: true, userName: owner.email }),
  ])

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Make passkey' }).click()
  await expect(page.getByText('There is a passkey of yours on this device already.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Rename This laptop' }).click()
  await page.getByLabel('Name of the passkey').fill('Astrid’s laptop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Astrid’s laptop' })).toBeVisible()
  await expectClean(page)

  // Without a person at the authenticator the suggestions wait, and the button asks.
  const { session, authenticatorId } = authenticator
  await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false })
  await forget(page)
  await page.goto(`${portal()}/sign-in`)
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  await expectClean(page)
  await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true })
  await expect(async () => {
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    if (await button.isVisible()) await button.click({ timeout: 2_000 })
    await expect(overview(page)).toBeVisible({ timeout: 5_000 })
  }).toPass()
  expect((await credentialsOf(authenticator))[0]?.signCount).toBeGreaterThan(1)

  await page.goto(`${portal()}/account`)
  await page.getByRole('button', { name: 'Remove Astrid’s laptop' }).click()
  await page.getByRole('button', { name: 'Yes, remove Astrid’s laptop' }).click()
  await expect(page.getByText('Astrid’s laptop opens nothing any more')).toBeVisible()
  await forget(page)
  await page.goto(`${portal()}/sign-in`)
  await expect(async () => {
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click({ timeout: 2_000 })
    await expect(page.getByText('This passkey opens nothing here.')).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expectClean(page)
})

test('a passkey whose device does not check the person opens nothing', async ({ page }) => {
  const { session, authenticatorId } = await plugIn(page)
  await enter(page, { anew: true })
  await page.goto(`${portal()}/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('Found laptop')
  await page.getByRole('button', { name: 'Make passkey' }).click()
  await expect(page.getByText('The passkey is added')).toBeVisible()
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await forget(page)
  await page.goto(`${portal()}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeEnabled()
  await expect(page).toHaveURL(/\/sign-in/)
  // The page asks the browser for the check; whoever leaves that out is refused by the server.
  await page.route('**/api/auth/passkey/verify-authentication', (route) => route.continue())
  const status = await page.evaluate(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json()
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'discouraged' })
    const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    const response = await fetch('/api/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: credential.toJSON() }),
    })
    return response.status
  })
  expect(status).toBe(401)
})

test('an owner connects an identity provider, and its people come in through it', async ({ page, browser }) => {
  await enter(page)
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('link', { name: 'Sign-in' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign-in' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a provider' }).click()
  await page.getByText('OpenID Connect', { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Contoso ID')
  await page.getByLabel('Issuer').fill('http://login.example.com')
  await page.getByLabel('Client ID').fill(provider.clientId)
  await page.getByLabel('Client secret').fill('not the secret')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('This is an https address without a question mark.')).toBeVisible()
  await expectClean(page)
  await page.getByLabel('Issuer').fill(provider.issuer)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const card = page.getByRole('region', { name: 'Contoso ID', exact: true })
  await expect(card).toBeVisible()
  const address = (await card.getByText(/\/api\/auth\/organisation\/.+\/callback$/).textContent()) ?? ''
  await provider.register(address)

  await card.getByRole('button', { name: 'Test the connection' }).click()
  await expect(card.getByRole('status')).toContainText(
    'It does not know the client ID, or the secret is wrong or over.',
  )
  await card.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Client secret').fill(provider.clientSecret)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await card.getByRole('button', { name: 'Test the connection' }).click()
  await expect(card.getByRole('status')).toContainText('It answers, is who it says, and knows us.')

  await card.getByLabel('Domain', { exact: true }).fill('@contoso.example')
  await card.getByRole('button', { name: 'Add domain' }).click()
  await expect(card.getByText('Vouched for')).toBeVisible()
  await card.getByLabel('Switched on').check()
  await card.getByLabel('People become members when they first sign in').check()
  await expect(card.getByLabel('Their role')).toHaveValue('VIEWER')
  await expectClean(page)

  await provider.signIn({ sub: '7', email: 'aegir@contoso.example', email_verified: true, name: 'Ægir Østergård' })
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`${portal()}/sign-in`)
  const way = elsewhere.getByRole('button', { name: 'Continue with Contoso ID' })
  await expect(async () => {
    await elsewhere.getByLabel('E-mail address').fill('aegir@contoso.example')
    await elsewhere.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(way).toBeFocused({ timeout: 3_000 })
  }).toPass()
  await expect(elsewhere.getByLabel('Password', { exact: true })).toBeVisible()
  await expectClean(elsewhere)
  await elsewhere.keyboard.press('Enter')
  await expect(overview(elsewhere)).toBeVisible()
  await elsewhere.goto(`${portal()}/account`)
  await expect(elsewhere.getByRole('region', { name: 'Your organisation' })).toContainText('Connected')

  await provider.signIn({ sub: '8', email: 'unverified@contoso.example', email_verified: false })
  await elsewhere.context().clearCookies()
  await elsewhere.goto(`${portal()}/sign-in`)
  await expect(async () => {
    await elsewhere.getByLabel('E-mail address').fill('unverified@contoso.example')
    await elsewhere.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(way).toBeFocused({ timeout: 3_000 })
  }).toPass()
  await elsewhere.keyboard.press('Enter')
  await expect(elsewhere.getByRole('alert').filter({ hasText: 'does not vouch for your e-mail address' })).toBeVisible()
  await expectClean(elsewhere)

  await card.getByLabel(/^Everybody with an address at contoso\.example/).check()
  await expect(card.getByLabel(/^Everybody with an address at contoso\.example/)).toBeChecked()
  await elsewhere.goto(`${portal()}/sign-in`)
  await expect(async () => {
    await elsewhere.getByLabel('E-mail address').fill('aegir@contoso.example')
    await elsewhere.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(way).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(elsewhere.getByLabel('Password', { exact: true })).toHaveCount(0)
  await elsewhere.getByRole('button', { name: 'Other ways to sign in' }).click()
  await expect(elsewhere.getByLabel('Password', { exact: true })).toBeVisible()
  await elsewhere.context().close()
})

test('a SAML provider brings people in from another site, whose form carries no cookie of ours', async ({
  page,
  browser,
}) => {
  await enter(page)
  await page.goto(`${portal()}/t/fabrikam/settings/sign-in`)
  await page.getByRole('button', { name: 'Add a provider' }).click()
  await page.getByText('SAML', { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Adatum SAML')
  await page.getByLabel('Metadata (XML)').fill('<html></html>')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('This is no metadata of one identity provider')).toBeVisible()
  await page.getByLabel('Metadata (XML)').fill(provider.metadata)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const card = page.getByRole('region', { name: 'Adatum SAML', exact: true })
  await card.getByLabel('Domain', { exact: true }).fill('adatum.example')
  await card.getByRole('button', { name: 'Add domain' }).click()
  await expect(card.getByText('Vouched for')).toBeVisible()
  await card.getByLabel('Switched on').check()
  await card.getByLabel('People become members when they first sign in').check()
  await expect(card.getByLabel('Their role')).toBeVisible()
  await expectClean(page)

  await provider.signInBySaml({ id: 'persistent-1', email: 'soeren@adatum.example' })
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`${portal()}/sign-in?next=/account`)
  const way = elsewhere.getByRole('button', { name: 'Continue with Adatum SAML' })
  await expect(async () => {
    await elsewhere.getByLabel('E-mail address').fill('soeren@adatum.example')
    await elsewhere.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(way).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await way.click()
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  await expect(elsewhere.getByLabel('Your name')).toHaveValue('Søren Ærlig')
  await expect(elsewhere.getByRole('region', { name: 'Your organisation' })).toContainText('Connected')
  await expect(elsewhere.getByText('You have none: you sign in through your organisation')).toBeVisible()
  await expectClean(elsewhere)
  await elsewhere.context().close()
})

for (const [theme, width, locale] of [
  ['light', 1440, 'en-GB'],
  ['dark', 1440, 'da-DK'],
  ['light', 390, 'da-DK'],
  ['dark', 390, 'en-GB'],
] as const) {
  test(`the pages of signing in hold to WCAG in ${theme}, ${width} wide, ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme: theme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    const look = async (name: string) => {
      await expectClean(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const folder = process.env.SUNDOWN_E2E_SHOTS
      if (folder) await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true })
    }
    const danish = locale === 'da-DK'
    await page.goto(`${portal()}/sign-in`)
    await look('sign-in-1')
    const way = page.getByRole('button', { name: danish ? 'Fortsæt med Contoso ID' : 'Continue with Contoso ID' })
    await expect(async () => {
      await page.getByLabel(danish ? 'E-mailadresse' : 'E-mail address').fill('somebody@contoso.example')
      await page.getByRole('button', { name: danish ? 'Fortsæt' : 'Continue', exact: true }).click()
      await expect(way).toBeVisible({ timeout: 3_000 })
    }).toPass()
    await look('sign-in-2')
    await page.getByRole('button', { name: danish ? 'Andre måder at logge ind på' : 'Other ways to sign in' }).click()
    await look('sign-in-3')
    await page.goto(`${portal()}/sign-in?organisation=CONNECT_FIRST`)
    await look('sign-in-4')

    const kept = await browser.newContext()
    const signedIn = await kept.newPage()
    await enter(signedIn)
    await context.addCookies((await kept.cookies()).filter(({ httpOnly }) => httpOnly))
    await kept.close()
    await page.goto(`${portal()}/t/fabrikam/settings/sign-in`)
    await expect(page.getByRole('region', { name: 'Contoso ID', exact: true })).toBeVisible()
    await look('settings-sign-in')
    await page.goto(`${portal()}/account`)
    await expect(page.getByRole('button', { name: danish ? 'Tilføj en adgangsnøgle' : 'Add a passkey' })).toBeVisible()
    await look('account')
    await context.close()
  })
}

test('the password step is where the person of a domain without a provider goes', async ({ page }) => {
  await page.goto(`${portal()}/sign-in`)
  await nameYourself(page, 'nobody@elsewhere.example')
  await expect(page.getByRole('button', { name: /^Continue with/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@elsewhere.example')

  // What a SAML provider makes the browser post comes through, certificate and all.
  const answer = await page.request.post(`${portal()}/api/auth/organisation/x.y/acs`, {
    form: { RelayState: 'never begun', SAMLResponse: 'A'.repeat(60_000) },
    maxRedirects: 0,
  })
  expect([answer.status(), answer.headers().location]).toEqual([303, `${portal()}/sign-in?organisation=START_AGAIN`])
})

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}
