package dupin.intake.sentinel;

import java.util.Locale;
import java.util.Map;

/// The products behind alerts, by the many names that exports give them, as words of Graph's `serviceSource`.
public final class Providers {
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("mdatp", "microsoftDefenderForEndpoint"),
                    Map.entry("microsoftdefenderforendpoint", "microsoftDefenderForEndpoint"),
                    Map.entry("microsoftdefenderadvancedthreatprotection", "microsoftDefenderForEndpoint"),
                    Map.entry("windowsdefenderatp", "microsoftDefenderForEndpoint"),
                    Map.entry("oatp", "microsoftDefenderForOffice365"),
                    Map.entry("office365advancedthreatprotection", "microsoftDefenderForOffice365"),
                    Map.entry("microsoftdefenderforoffice365", "microsoftDefenderForOffice365"),
                    Map.entry("azureadvancedthreatprotection", "microsoftDefenderForIdentity"),
                    Map.entry("microsoftdefenderforidentity", "microsoftDefenderForIdentity"),
                    Map.entry("mcas", "microsoftDefenderForCloudApps"),
                    Map.entry("microsoftcloudappsecurity", "microsoftDefenderForCloudApps"),
                    Map.entry("microsoftdefenderforcloudapps", "microsoftDefenderForCloudApps"),
                    Map.entry("ipc", "azureAdIdentityProtection"),
                    Map.entry("azureactivedirectoryidentityprotection", "azureAdIdentityProtection"),
                    Map.entry("aadidentityprotection", "azureAdIdentityProtection"),
                    Map.entry("entraidprotection", "azureAdIdentityProtection"),
                    Map.entry("microsoftthreatprotection", "microsoft365Defender"),
                    Map.entry("microsoft365defender", "microsoft365Defender"),
                    Map.entry("microsoftdefenderxdr", "microsoft365Defender"),
                    Map.entry("asialertsscheduledalerts", "microsoftSentinel"),
                    Map.entry("asischeduledalerts", "microsoftSentinel"),
                    Map.entry("asinrtalerts", "microsoftSentinel"),
                    Map.entry("azuresentinel", "microsoftSentinel"),
                    Map.entry("microsoftsentinel", "microsoftSentinel"),
                    Map.entry("azuresecuritycenter", "microsoftDefenderForCloud"),
                    Map.entry("microsoftdefenderforcloud", "microsoftDefenderForCloud"),
                    Map.entry("microsoftdatalossprevention", "dataLossPrevention"),
                    Map.entry("microsoftinsiderriskmanagement", "microsoftInsiderRiskManagement"),
                    Map.entry("appgovernance", "microsoftAppGovernance"));

    private Providers() {}

    /// Graph's word for the first name that is known; else the first that is not empty, as it stands.
    public static String serviceSource(String... names) {
        for (String name : names) {
            String word = WORDS.get(name.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", ""));
            if (word != null) {
                return word;
            }
        }
        for (String name : names) {
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }
}
