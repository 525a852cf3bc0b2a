package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which columns tell which table.
final class TableMarks {

    private TableMarks() {}

    /// A table is told by all of `all`, any of `any` (unless that is empty) and none of `none`.
    record Mark(String table, List<String> all, List<String> any, List<String> none) {
        boolean fits(Columns columns) {
            return all.stream().allMatch(columns::has)
                    && (any.isEmpty() || any.stream().anyMatch(columns::has))
                    && none.stream().noneMatch(columns::has);
        }
    }

    private static Mark mark(String table, String all, String any, String none) {
        return new Mark(table, words(all), words(any), words(none));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /// The more telling first.
    static final List<Mark> ALL =
            List.of(
                    mark(HuntingTables.ALERT_EVIDENCE, "AlertId EntityType", "", ""),
                    mark(HuntingTables.ALERT_EVIDENCE, "AlertId EvidenceRole", "", ""),
                    mark(
                            HuntingTables.ALERT_INFO,
                            "AlertId Severity",
                            "DetectionSource ServiceSource Category Title",
                            "Entities evidence"),
                    mark("BehaviorEntities", "BehaviorId EntityType", "", ""),
                    mark(
                            "DataSecurityBehaviors",
                            "BehaviorId",
                            "ActivityCount ActionCategory SensitivityLabelInfo",
                            ""),
                    mark("BehaviorInfo", "BehaviorId", "Description Title AttackTechniques", ""),
                    mark("CampaignInfo", "CampaignId", "CampaignName CampaignType", ""),
                    mark("MessageUrlInfo", "TeamsMessageId Url", "", ""),
                    mark("MessagePostDeliveryEvents", "TeamsMessageId", "ActionTrigger ActionResult", ""),
                    mark("MessageEvents", "TeamsMessageId", "", ""),
                    mark(
                            HuntingTables.EMAIL_URL,
                            "NetworkMessageId Url",
                            "UrlLocation UrlDomain",
                            "IsClickedThrough AccountUpn"),
                    mark(HuntingTables.URL_CLICK, "Url", "IsClickedThrough UrlChain", ""),
                    mark(HuntingTables.URL_CLICK, "Url ActionType AccountUpn", "", "DeviceId"),
                    mark(HuntingTables.EMAIL_POST_DELIVERY, "NetworkMessageId", "ActionTrigger ActionResult", ""),
                    mark(HuntingTables.EMAIL_ATTACHMENT, "NetworkMessageId SHA256", "", "EntityType DeviceId Subject"),
                    mark(
                            HuntingTables.EMAIL_ATTACHMENT,
                            "NetworkMessageId FileName",
                            "",
                            "EntityType DeviceId Subject SiteUrl"),
                    mark(HuntingTables.EMAIL, "SenderFromAddress RecipientEmailAddress", "", "FileName"),
                    mark(
                            HuntingTables.EMAIL,
                            "NetworkMessageId",
                            "SenderFromAddress DeliveryAction EmailDirection InternetMessageId",
                            "FileName SiteUrl"),
                    mark("FileMaliciousContentInfo", "FileName ThreatTypes", "DocumentId FileOwnerUpn", ""),
                    mark("DataSecurityEvents", "SequenceCorrelationId", "", ""),
                    mark("DataSecurityEvents", "IrmActionCategory", "", ""),
                    mark(HuntingTables.CERTIFICATE, "SHA1", "IsRootSignerMicrosoft SignerHash IssuerHash", ""),
                    mark("DisruptionAndResponseEvents", "ReportType", "PolicyName SourceUserName TargetDeviceName", ""),
                    mark("IdentityInfo", "", "OnPremSid CloudSid", ""),
                    mark("IdentityAccountInfo", "IdentityId", "AccountUpn SourceProvider", ""),
                    mark(
                            "IdentityInfo",
                            "AccountUpn",
                            "JobTitle Department IsAccountEnabled AssignedRoles",
                            "ActivityId"),
                    mark("EntraIdSpnSignInEvents", "ServicePrincipalName ErrorCode", "", ""),
                    mark("EntraIdSignInEvents", "ErrorCode", "AccountUpn AccountObjectId", ""),
                    mark("SigninLogs", "UserPrincipalName ResultType", "AppDisplayName IPAddress", ""),
                    mark(HuntingTables.IDENTITY_QUERY, "QueryTarget", "QueryType Query AccountUpn", ""),
                    mark(HuntingTables.CLOUD_DNS, "DnsQuery", "DnsResponseCodeName DnsEventType", ""),
                    mark(
                            "CloudStorageAggregatedEvents",
                            "StorageAccount",
                            "OperationsCount DataAggregationStartTime",
                            ""),
                    mark("CloudPolicyEnforcementEvents", "ResourceKind Reason", "", ""),
                    mark(
                            HuntingTables.CLOUD_PROCESS,
                            "ProcessCommandLine",
                            "ContainerName ContainerId KubernetesPodName",
                            "DeviceName"),
                    mark("GraphAPIAuditEvents", "RequestUri", "RequestMethod ApplicationId", ""),
                    mark(AuditLogRows.TABLE, "OperationName InitiatedBy", "", ""),
                    mark(
                            SecurityEventRows.TABLE,
                            "EventID Computer",
                            "NewProcessName SubjectUserName TargetUserName EventData Activity",
                            "Hostname"),
                    mark("OAuthAppInfo", "OAuthAppId", "AppName PrivilegeLevel", "ActionType"),
                    mark(
                            "CloudAppEvents",
                            "ActionType",
                            "ActivityObjects ActivityType IsAdminOperation UncommonForUser OAuthAppId",
                            ""),
                    mark("CloudAuditEvents", "OperationName RawEventData", "", ""),
                    mark("CloudAppEvents", "RawEventData ActionType", "", "TargetObjects"),
                    mark("OfficeActivity", "Operation", "OfficeWorkload OfficeObjectId", ""),
                    mark("IdentityEvents", "TargetObjects", "ActionResult ApplicationEventId", ""),
                    mark(
                            HuntingTables.IDENTITY_LOGON,
                            "ActionType",
                            "Isp Location DestinationDeviceName",
                            "TargetAccountUpn ActivityObjects CountryCode"),
                    mark(HuntingTables.IDENTITY_DIRECTORY, "ActionType TargetAccountUpn", "", ""),
                    mark(HuntingTables.IDENTITY_DIRECTORY, "ActionType DestinationDeviceName", "", ""),
                    mark("DeviceNetworkInfo", "", "NetworkAdapterName MacAddress ConnectedNetworks", ""),
                    mark(
                            "DeviceInfo",
                            "DeviceName",
                            "OnboardingStatus PublicIP LoggedOnUsers AadDeviceId SensorHealthState ExposureLevel "
                                    + "MergedToDeviceId JoinType DeviceManualTags",
                            "AccountUpn"),
                    mark(DeviceActions.EVENTS, "ActionType RegistryKey FileName", "", ""),
                    mark(DeviceActions.REGISTRY, "", "PreviousRegistryValueData RegistryValueType", ""),
                    mark(DeviceActions.REGISTRY, "RegistryKey", "DeviceName DeviceId", "EntityType"),
                    mark(DeviceActions.LOGON, "LogonType", "DeviceName DeviceId", "Application"),
                    mark(DeviceActions.NETWORK, "", "LocalIPType RemoteIPType", ""),
                    mark(
                            DeviceActions.PROCESS,
                            "ProcessCommandLine",
                            "DeviceName DeviceId InitiatingProcessFileName",
                            "RemoteIP"),
                    mark(
                            DeviceActions.FILE,
                            "FileName",
                            "FileOriginUrl PreviousFileName RequestProtocol ShareName PreviousFolderPath",
                            ""),
                    mark(
                            DeviceActions.NETWORK,
                            "RemoteIP",
                            "DeviceName DeviceId",
                            "FileName ProcessCommandLine EntityType"),
                    mark(
                            DeviceActions.NETWORK,
                            "RemoteUrl",
                            "DeviceName DeviceId",
                            "FileName ProcessCommandLine EntityType"),
                    mark(
                            DeviceActions.IMAGE,
                            "FileName InitiatingProcessFileName AppGuardContainerId",
                            "",
                            "AdditionalFields ProcessId"),
                    mark(DeviceActions.EVENTS, "ActionType DeviceName InitiatingProcessFileName", "", ""),
                    mark(
                            DeviceActions.FILE,
                            "FileName DeviceName",
                            "SHA1 SHA256 FolderPath InitiatingProcessFileName",
                            "SoftwareName"),
                    mark(DeviceActions.EVENTS, "ActionType DeviceName", "AdditionalFields DeviceId", ""));

    /// Tables that are known by name, beside those with a mark.
    static final Set<String> NAMES =
            Set.of(
                    "AgentsInfo",
                    "AIAgentsInfo",
                    "AADSignInEventsBeta",
                    "AADSpnSignInEventsBeta",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AADManagedIdentitySignInLogs",
                    "DeviceBaselineComplianceAssessment",
                    "DeviceBaselineComplianceAssessmentKB",
                    "DeviceBaselineComplianceProfiles",
                    "DeviceTvmBrowserExtensions",
                    "DeviceTvmBrowserExtensionsKB",
                    "DeviceTvmCertificateInfo",
                    "DeviceTvmHardwareFirmware",
                    "DeviceTvmInfoGathering",
                    "DeviceTvmInfoGatheringKB",
                    "DeviceTvmSecureConfigurationAssessment",
                    "DeviceTvmSecureConfigurationAssessmentKB",
                    "DeviceTvmSoftwareEvidenceBeta",
                    "DeviceTvmSoftwareInventory",
                    "DeviceTvmSoftwareVulnerabilities",
                    "DeviceTvmSoftwareVulnerabilitiesKB",
                    "ExposureGraphEdges",
                    "ExposureGraphNodes");

    /// Columns that, beside those of the marks, say that a file is of this family at all.
    private static final Set<String> COMMON =
            Set.of(
                    "timestamp",
                    "timegenerated",
                    "deviceid",
                    "devicename",
                    "actiontype",
                    "reportid",
                    "filename",
                    "folderpath",
                    "sha1",
                    "sha256",
                    "md5",
                    "accountname",
                    "accountdomain",
                    "accountsid",
                    "accountupn",
                    "accountobjectid",
                    "processid",
                    "processcommandline",
                    "remoteip",
                    "remoteurl",
                    "remoteport",
                    "ipaddress",
                    "url",
                    "additionalfields",
                    "initiatingprocessfilename",
                    "initiatingprocesscommandline",
                    "initiatingprocessid",
                    "application",
                    "osplatform",
                    "networkmessageid",
                    "subject",
                    "machinegroup",
                    "tenantid",
                    "softwarename",
                    "cveid",
                    "configurationid",
                    "nodeid",
                    "edgeid",
                    "identityid",
                    "countrycode",
                    "useragent",
                    "alertid");

    /// Columns of which no table has two.
    static final List<String> APART =
            List.of(
                    "InitiatingProcessFileName",
                    "SenderFromAddress",
                    "ActivityObjects",
                    "DestinationDeviceName",
                    "AlertId",
                    "BehaviorId",
                    "UrlChain",
                    "ErrorCode",
                    "NewProcessName");

    static final Set<String> KNOWN = known();

    private static Set<String> known() {
        var known = new HashSet<>(COMMON);
        for (Mark mark : ALL) {
            mark.all.forEach(name -> known.add(Columns.plain(name)));
            mark.any.forEach(name -> known.add(Columns.plain(name)));
        }
        return Set.copyOf(known);
    }
}
