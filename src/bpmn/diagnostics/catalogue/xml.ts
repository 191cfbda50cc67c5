import type { Entry } from './entry';

/** Problems of the text: not XML, not BPMN, or BPMN that the standard's schema does not know. */
export const xml = {
  'xml-empty': {
    severity: 'error',
    message: 'The file is empty.',
    why: 'There is nothing to compile.',
    fix: 'Save the diagram again, or point Baton at another file.',
  },
  'xml-invalid': {
    severity: 'error',
    message: 'This is not well-formed XML: {problem}.',
    why: 'What comes after the mistake cannot be read reliably, so nothing of the file is compiled.',
    fix: 'Save the diagram again from its editor, or correct the XML here.',
  },
  'xml-doctype': {
    severity: 'error',
    message: 'The file contains a document type declaration.',
    why: 'BPMN needs none. Document types can define entities that grow without bound or read other files, so they are never processed.',
    fix: 'Remove <!DOCTYPE …> and write out what its entities stand for.',
  },
  'xml-too-deep': {
    severity: 'error',
    message: 'Elements are nested more than {limit} levels deep.',
    why: 'No diagram looks like this; it is most likely a generated or hostile file.',
    fix: 'Move inner sub-processes into processes of their own and call them.',
  },
  'xml-encoding': {
    severity: 'warning',
    message: 'The file declares the encoding {encoding}, but is read as UTF-8.',
    why: 'Characters outside ASCII may be damaged if the file really is in that encoding.',
    fix: 'Save the file as UTF-8 and declare encoding="UTF-8".',
  },
  'xml-damaged-text': {
    severity: 'error',
    message: 'The text is not UTF-8 (the file declares {encoding}).',
    why: 'Files are read as UTF-8; UTF-16 and the older 8-bit encodings are not supported. Characters were lost, so names and expressions would silently change.',
    fix: 'Save the file as UTF-8 and declare encoding="UTF-8".',
  },
  'xml-replaced-character': {
    severity: 'warning',
    message: 'The text contains U+FFFD, which stands for a character that was lost.',
    why: 'The file was saved in another encoding than it declares, or was damaged before.',
    fix: 'Save the file as UTF-8, and correct the text.',
  },
  'not-bpmn': {
    severity: 'error',
    message: 'This is XML, but not BPMN 2.0: the root element is <{root}>.',
    why: 'Only files with <definitions> of the namespace http://www.omg.org/spec/BPMN/20100524/MODEL are BPMN 2.0.',
    fix: 'Check that it is the right file; export the diagram as BPMN 2.0 XML.',
  },
  'not-dmn': {
    severity: 'error',
    message: 'This is XML, but not DMN: the root element is <{root}>.',
    why: "Only files with <definitions> of one of DMN's namespaces (DMN 1.1 to 1.3) are DMN.",
    fix: 'Check that it is the right file; export the decisions as DMN XML.',
  },
  'element-unknown': {
    severity: 'error',
    message: '{standard} knows no <{element}> in <{parent}>.',
    why: 'An element that is not understood could mean anything; leaving it out would silently change what happens.',
    fix: 'Correct the name, move the element to where it belongs, or remove it.',
  },
  'element-repeated': {
    severity: 'error',
    message: 'There is more than one <{element}> in <{parent}>, which may have one at most.',
    why: 'Which of them is meant cannot be known.',
    fix: 'Keep one and remove the others.',
  },
  'element-misplaced': {
    severity: 'error',
    message: '<{element}> stands outside of <extensionElements>.',
    why: 'Engines look for their extensions in <extensionElements> only, so it has no effect where it is.',
    fix: 'Move it into the <extensionElements> of the element that it belongs to.',
  },
  'element-foreign': {
    severity: 'warning',
    message: '<{element}> in <{parent}> is neither {standard} nor inside of <extensionElements>.',
    why: 'Elements of other namespaces belong into <extensionElements>; elsewhere tools may refuse the file. It is ignored.',
    fix: 'Move it into <extensionElements>, or remove it.',
  },
  'attribute-unknown': {
    severity: 'error',
    message: '{standard} knows no attribute "{attribute}" of <{element}>.',
    why: 'An attribute that is not understood could mean anything; leaving it out would silently change what happens.',
    fix: 'Correct the name, or remove it.',
  },
  'attribute-invalid': {
    severity: 'error',
    message: '"{value}" is no value for the attribute "{attribute}" of <{element}>.',
    why: 'The value would have to be guessed.',
    fix: 'Use {expected}.',
  },
  'text-ignored': {
    severity: 'warning',
    message: 'The text "{text}" in <{element}> has no meaning there.',
    why: 'The element takes no text. Often an expression or a value was meant to go into an inner element.',
    fix: 'Move the text into the element it is meant for, or remove it.',
  },
  'id-invalid': {
    severity: 'error',
    message: '"{id}" is no valid id.',
    why: 'Ids are XML names: they begin with a letter or an underscore and contain letters, digits, ".", "-" and "_". Other tools refuse the file, and references to the id may not be found.',
    fix: 'Change the id and every reference to it.',
  },
  'id-duplicate': {
    severity: 'error',
    message: 'The id "{id}" is used twice.',
    why: 'References to it would be ambiguous.',
    fix: 'Give one of the elements another id.',
  },
  'reference-unresolved': {
    severity: 'error',
    message: '{attribute} of <{element}> refers to "{id}", but there is no such element.',
    why: 'The diagram is incomplete where the reference should lead.',
    fix: 'Correct the reference, or remove the element that refers.',
  },
  'reference-without-effect': {
    severity: 'warning',
    message: '{attribute} of <{element}> refers to "{id}", but there is no such element.',
    why: 'The reference only describes data or an interface, so the process runs the same without it; other tools may refuse the file.',
    fix: 'Correct the reference, or remove it.',
  },
  'reference-wrong-type': {
    severity: 'error',
    message: '{attribute} of <{element}> must refer to {expected}, but "{id}" is {actual}.',
    why: 'The reference has no meaning in BPMN.',
    fix: 'Let it refer to an element of the right kind.',
  },
  'layout-problem': {
    severity: 'warning',
    message: 'The layout of the diagram has a mistake: {problem}.',
    why: 'Layout does not change what the process does, but editors may show the diagram incompletely or refuse it.',
    fix: 'Open the diagram in an editor and save it again.',
  },
  'too-many-problems': {
    severity: 'warning',
    message: '{count} more problems were found and left out.',
    why: 'Nobody reads more; they often have one cause.',
    fix: 'Correct the ones shown and compile again.',
  },
} as const satisfies Record<string, Entry>;
