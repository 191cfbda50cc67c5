import type { Entry } from './entry';

/** Problems of single elements: not supported, or incomplete. */
export const elements = {
  'not-executable': {
    severity: 'error',
    message: 'The file contains no executable process.',
    why: 'Processes without isExecutable="true" are documentation: they say nothing about how they are carried out. Only in files of Camunda 7, Flowable, Activiti and jBPM the mark may be left out, as their engines have it.',
    fix: 'Set isExecutable="true" on the process that is to run (in most editors: the process properties, "Executable").',
  },
  'process-empty': {
    severity: 'warning',
    message: 'The {element} is empty.',
    why: 'It ends as soon as it starts, which is hardly what was meant.',
    fix: 'Draw what it is to do, or remove it.',
  },
  'element-not-supported': {
    severity: 'error',
    message: 'The {element} is not supported yet{detail}.',
    why: 'Every element compiles to its full meaning or stops the compile, so that nothing of a diagram is silently lost.',
    fix: 'Model it in another way, or remove it if it is not needed.',
  },
  'attribute-not-supported': {
    severity: 'error',
    message: 'The attribute {attribute}="{value}" of the {element} is not supported yet{detail}.',
    why: 'It changes what the element does; compiling without it would silently change the process.',
    fix: 'Remove it if it is not needed, or model it in another way.',
  },
  'extension-not-supported': {
    severity: 'error',
    message: 'The extension <{extension}> of the {element} is not supported{detail}.',
    why: 'It changes what the element does in the engine it was made for; compiling without it would silently change the process.',
    fix: 'Remove it if it is not needed, or model it in another way.',
  },
  'listener-not-supported': {
    severity: 'error',
    message: 'The {listener} of the {element} cannot become a step of the workflow: {reason}.',
    why: 'A listener is a step that the diagram does not show. It becomes one before, after or around its element, where that does the same.',
    fix: 'Draw what it does as a task of its own, or remove it.',
  },
  'engine-other': {
    severity: 'warning',
    message:
      '{name} of the {element} belongs to another engine than the one that the file is for, and is ignored.',
    why: 'The engine that the file is for ignores it as well; it is left over from an older one, or the file is marked wrongly.',
    fix: 'Remove it; or correct the platform of the file (modeler:executionPlatform) if it is the other one.',
  },
  'extension-ignored': {
    severity: 'warning',
    message: 'Extensions of {namespace} are ignored.',
    why: 'Baton does not know this namespace. Most such extensions only serve an editor; if one changes behaviour, it is lost.',
    fix: 'Nothing to do if they only serve an editor.',
  },
  'import-missing': {
    severity: 'strict',
    message: 'The imported file {path} is not there, or is not of the type that the import says.',
    why: 'What refers to something in it leads nowhere.',
    fix: 'Correct the location, which is relative to the folder of the diagram, or remove the import.',
  },
  'import-unread': {
    severity: 'warning',
    message: 'The imported file {location} is not read.',
    why: 'Nothing is loaded from the network, so what refers to something in the file cannot be checked.',
    fix: 'Put the file beside the diagram, and give its path as location.',
  },
  'import-unchecked': {
    severity: 'strict',
    message: 'The imported file {location} has the namespace of this file, {namespace}, but is not read.',
    why: 'Ids must be unique in all files of a namespace, or references could mean two elements. It is not known whether they are.',
    fix: 'Put the file beside the diagram, or give the two files different target namespaces.',
  },
  'import-namespace': {
    severity: 'strict',
    message: 'The import says that {location} has the namespace {namespace}, but it has {actual}.',
    why: 'References into the file go by its namespace and would lead nowhere.',
    fix: 'Write the targetNamespace of the imported file.',
  },
  'import-id-duplicate': {
    severity: 'strict',
    message: 'The id "{id}" is in {other} and in {path}, which have the same namespace {namespace}.',
    why: 'A reference with this namespace and id could mean either of them.',
    fix: 'Give the files different target namespaces, or the elements different ids.',
  },
  'part-missing': {
    severity: 'strict',
    message: 'The {element} has no {missing}.',
    why: 'The schema of the standard requires it: other tools refuse the file.',
    fix: 'Add it, or remove the element.',
  },
  'text-format': {
    severity: 'strict',
    message: 'The {element} has the format "{format}", which is no media type.',
    why: 'Tools that show the text do not know how.',
    fix: 'Write it like "text/plain" (which is meant without it) or "text/html".',
  },
  'performer-ignored': {
    severity: 'warning',
    message: 'The {performer} of the {element} is ignored.',
    why: 'Only user tasks wait for people; nobody is asked who does anything else.',
    fix: 'Make it a user task if a person is to do it, or remove the performer.',
  },
  'resource-ambiguous': {
    severity: 'strict',
    message: 'The {element} of the {owner} {problem}.',
    why: 'A resource is named, with parameters if it has any, or is found by an expression. Which is meant here is not clear.',
    fix: 'Keep <resourceRef> with its parameters, or <resourceAssignmentExpression>.',
  },
  'id-missing': {
    severity: 'error',
    message: 'The {element} has no id.',
    why: 'Without an id nothing can refer to it, and it cannot be told apart in the code and in the Temporal UI.',
    fix: 'Give it an id.',
  },
  'implementation-missing': {
    severity: 'error',
    message: 'The {element} does not say which activity it calls.',
    why: 'Without an implementation or at least a name there is nothing to call.',
    fix: 'Give it a name, or an implementation (zeebe:taskDefinition, camunda:topic, implementation="…").',
  },
  'call-missing': {
    severity: 'error',
    message: 'The {element} does not say what it calls.',
    why: 'There is nothing to run.',
    fix: 'Name the id of a process as its called element.',
  },
  'call-target': {
    severity: 'error',
    message: 'The {element} calls the {called}, which cannot be called.',
    why: 'Only processes and global tasks can be called.',
    fix: 'Name the id of a process or global task as its called element.',
  },
  'call-not-executable': {
    severity: 'error',
    message: 'The {element} calls the {called}, which is not executable.',
    why: 'Processes that are not executable are documentation and become no code; calling them is not supported.',
    fix: 'Set isExecutable="true" on the called process.',
  },
  'call-version': {
    severity: 'warning',
    message: 'The {element} calls the version {version} of a process; the version is not looked at.',
    why: 'Engines keep several versions of a process. Here code has versions: the called process is the one in the build that the worker runs.',
    fix: 'Nothing to do if that is the version that is meant. Where several must be there at once, give them different process ids.',
  },
  'script-missing': {
    severity: 'error',
    message: 'The {element} has no script.',
    why: 'There is nothing to run.',
    fix: 'Write the script, or make it a plain task.',
  },
  'script-file-missing': {
    severity: 'error',
    message: 'The script {path} of the {element} is not there.',
    why: 'What deployment:// and classpath:// name is looked for in the folder of the diagram: by its path, then by its file name.',
    fix: 'Put the file beside the diagram, or its text into the diagram.',
  },
  'error-code-missing': {
    severity: 'error',
    message: 'The {element} throws an error without a code.',
    why: 'A thrown error is matched by its code; without one no boundary event could be meant.',
    fix: 'Let its error event definition refer to an <error> with an errorCode.',
  },
} as const satisfies Record<string, Entry>;
