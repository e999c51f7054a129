namespace LtiMentoring.Web.Operate;

/// <summary>A verb was called with something that does not work. The message is for the operator.</summary>
sealed class OperatorException(string message) : Exception(message);
