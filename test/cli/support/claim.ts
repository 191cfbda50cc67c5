/** A diagram with a choice, a human task with a deadline, an error that is caught, and a message that ends it all. */
export const CLAIM = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
  <message id="Withdrawn" name="Withdrawn">
    <extensionElements><zeebe:subscription correlationKey="=claimId" /></extensionElements>
  </message>
  <error id="Fraud" errorCode="FRAUD" />
  <process id="claim" isExecutable="true">
    <startEvent id="Start" name="Claimed" />
    <sequenceFlow id="F1" sourceRef="Start" targetRef="Assess" />
    <serviceTask id="Assess" name="Assess">
      <extensionElements><zeebe:taskDefinition type="assess" /></extensionElements>
    </serviceTask>
    <boundaryEvent id="Fraudulent" name="Fraud" attachedToRef="Assess"><errorEventDefinition errorRef="Fraud" /></boundaryEvent>
    <sequenceFlow id="F2" sourceRef="Fraudulent" targetRef="Refused" />
    <endEvent id="Refused" name="Refused" />
    <sequenceFlow id="F3" sourceRef="Assess" targetRef="HowMuch" />
    <exclusiveGateway id="HowMuch" name="How much?" default="F5" />
    <sequenceFlow id="F4" sourceRef="HowMuch" targetRef="Decide">
      <conditionExpression xsi:type="tFormalExpression">=damage &gt; 1000</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="F5" sourceRef="HowMuch" targetRef="Paid" />
    <userTask id="Decide" name="Decide">
      <extensionElements><zeebe:userTask /></extensionElements>
    </userTask>
    <boundaryEvent id="TooLate" name="Too late" attachedToRef="Decide">
      <timerEventDefinition><timeDuration xsi:type="tFormalExpression">P3D</timeDuration></timerEventDefinition>
    </boundaryEvent>
    <sequenceFlow id="F6" sourceRef="TooLate" targetRef="Refused" />
    <sequenceFlow id="F7" sourceRef="Decide" targetRef="Paid" />
    <endEvent id="Paid" name="Paid" />
    <subProcess id="Withdrawal" name="Withdrawal" triggeredByEvent="true">
      <startEvent id="OnWithdrawn" name="Withdrawn"><messageEventDefinition messageRef="Withdrawn" /></startEvent>
      <sequenceFlow id="F8" sourceRef="OnWithdrawn" targetRef="Closed" />
      <endEvent id="Closed" name="Closed" />
    </subProcess>
  </process>
</definitions>
`;
