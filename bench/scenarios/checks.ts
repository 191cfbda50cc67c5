/** What both ways check: five courses of an order, each ten times. */
export const ROUNDS = 10;
export const CHECKS = 5 * ROUNDS;

/** As YAML for `baton test`. */
export function scenariosOf(workflow: string): string {
  const scenarios = Array.from({ length: ROUNDS }, (_, i) => courses(i)).join('');
  return `workflow: ${workflow}\nscenarios:\n${scenarios}`;
}

function courses(i: number): string {
  const usual =
    '{ checkStock: { returns: { inStock: true } }, chargeCard: { returns: { receipt: r } }, ship: { returns: { trackingNumber: t } } }';
  return `
  - name: shipped ${i}
    given: { orderId: o${i}, amount: 40 }
    activities: ${usual}
    then: { status: completed, variables: { status: shipped, receipt: r, trackingNumber: t }, calls: { ship: 1 } }
  - name: after two days ${i}
    given: { orderId: o${i}, amount: 40 }
    activities:
      checkStock: [{ returns: { inStock: false } }, { returns: { inStock: false } }, { returns: { inStock: true } }]
      chargeCard: { returns: { receipt: r } }
      ship: { returns: { trackingNumber: t } }
    when: [advance: P2D]
    then: { status: completed, variables: { status: shipped }, calls: { checkStock: 3 } }
  - name: never in stock ${i}
    given: { orderId: o${i}, amount: 40 }
    activities: { checkStock: { returns: { inStock: false } } }
    when: [advance: P8D]
    then: { status: completed, variables: { status: cancelled }, calls: { chargeCard: 0 } }
  - name: approved ${i}
    given: { orderId: o${i}, amount: 4000 }
    activities: ${usual}
    when: [signal: { name: approve, variables: { approved: true } }]
    then: { status: completed, variables: { status: shipped }, calls: { chargeCard: 1 } }
  - name: the printer is on fire ${i}
    given: { orderId: o${i}, amount: 40 }
    activities:
      checkStock: { returns: { inStock: true } }
      chargeCard: { returns: { receipt: r } }
      ship: { fails: printer on fire }
    when: [advance: PT1H]
    then: { status: failed, error: { message: printer on fire }, calls: { ship: 3 } }
`;
}
